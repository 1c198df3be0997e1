import { type TemplateResult, html, svg } from 'lit-html';
import { type ElementSource, listOf, numberOf, registerElement, textOf } from './custom-element.ts';

/** Of the six hues, or what stays in the background. */
type Colour = number | 'neutral';
type Value = Readonly<{ label: string; value: number; colour: Colour }>;
type Line = Readonly<{ label: string; points: readonly Value[]; colour: Colour }>;

export function registerCharts(): void {
  registerElement('Chart.Donut', (source) => chart(source, 'Ringdiagram', drawDonut));
  registerElement('Chart.Pie', (source) => chart(source, 'Taartdiagram', drawDonut));
  registerElement('Chart.HorizontalBar', (source) => chart(source, 'Staafdiagram', drawBars));
  registerElement('Chart.VerticalBar', (source) => chart(source, 'Staafdiagram', drawColumns));
  registerElement('Chart.HorizontalBar.Stacked', drawStackedBars);
  registerElement('Chart.Line', drawLineChart);
}

/** A picture and the same numbers as its name: who cannot see the one hears the other. */
function chart(
  source: ElementSource,
  kind: string,
  draw: (values: readonly Value[]) => TemplateResult,
): TemplateResult {
  const values = readValues(source['data']);
  const title = textOf(source['title']) || kind;
  const spoken = `${title}: ${values.map(({ label, value }) => `${label} ${value}`).join(', ')}`;
  return html`<div class="chart" role="img" aria-label=${spoken}>
    <div class="chart-title">${title}</div>
    ${draw(values)}
  </div>`;
}

const readValues = (data: unknown): readonly Value[] =>
  listOf(data).map((row, index) => ({
    label: textOf(row['legend'] ?? row['x']),
    value: numberOf(row['value'] ?? row['y'], 0),
    colour: row['color'] === 'neutral' ? 'neutral' : index % 6,
  }));

const most = (values: readonly Value[]): number => Math.max(1, ...values.map(({ value }) => value));

function drawDonut(values: readonly Value[]): TemplateResult {
  const total = values.reduce((sum, { value }) => sum + value, 0) || 1;
  let before = 0;
  const arcs = values.map(({ value, colour }) => {
    const share = (100 * value) / total;
    const arc = svg`<circle class="stroke-${colour}" cx="21" cy="21" r="15.9155" fill="none" stroke-width="7"
      stroke-dasharray="${share} ${100 - share}" stroke-dashoffset=${25 - before} />`;
    before += share;
    return arc;
  });
  return html`<div class="donut">
    <svg viewBox="0 0 42 42">${arcs}</svg>
    ${drawLegend(values)}
  </div>`;
}

const drawLegend = (values: readonly Value[]): TemplateResult =>
  html`<ul class="legend">
    ${values.map(
      ({ label, value, colour }) => html`<li><span class="swatch fill-${colour}"></span>${label}<b>${value}</b></li>`,
    )}
  </ul>`;

const drawBars = (values: readonly Value[]): TemplateResult =>
  html`<div class="bars">
    ${values.map(
      ({ label, value }) =>
        html`<span>${label}</span>
          <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none">
            <rect class="area-0" width=${(100 * value) / most(values)} height="10" />
          </svg>
          <b>${value}</b>`,
    )}
  </div>`;

const drawColumns = (values: readonly Value[]): TemplateResult =>
  html`<div class="columns">
    ${values.map(
      ({ label, value }) =>
        html`<div>
          <b>${value}</b>
          <svg class="column" viewBox="0 0 10 100" preserveAspectRatio="none">
            <rect
              class="area-0"
              width="10"
              y=${100 - (100 * value) / most(values)}
              height=${(100 * value) / most(values)}
            />
          </svg>
          <span>${label}</span>
        </div>`,
    )}
  </div>`;

function drawLineChart(source: ElementSource): TemplateResult {
  const lines: readonly Line[] = listOf(source['data']).map((row, index) => ({
    label: textOf(row['legend']),
    points: readValues(row['values']),
    colour: index % 6,
  }));
  const title = textOf(source['title']) || 'Lijndiagram';
  const spoken = lines.map(
    ({ label, points }) => `${label}: ${points.map((point) => `${point.label} ${point.value}`).join(', ')}`,
  );
  const highest = most(lines.flatMap(({ points }) => points));
  return html`<div class="chart" role="img" aria-label="${title}. ${spoken.join('. ')}">
    <div class="chart-title">${title}</div>
    <svg class="lines" viewBox="0 0 100 42" preserveAspectRatio="none">
      ${lines.map(
        ({ points, colour }) => svg`<polyline class="stroke-${colour}" fill="none" vector-effect="non-scaling-stroke"
          points=${points.map(({ value }, at) => `${place(at, points.length)},${41 - (40 * value) / highest}`).join(' ')} />`,
      )}
    </svg>
    <div class="axis">${lines[0]?.points.map(({ label }) => html`<span>${label}</span>`)}</div>
    ${drawLegend(lines.map(({ label, points, colour }) => ({ label, value: points.at(-1)?.value ?? 0, colour })))}
  </div>`;
}

/** One bar a row, out of parts that have the same colour in every row. */
function drawStackedBars(source: ElementSource): TemplateResult {
  const rows = listOf(source['data']).map((row) => ({ label: textOf(row['title']), parts: readValues(row['data']) }));
  const title = textOf(source['title']) || 'Staafdiagram';
  const spoken = rows.map(
    ({ label, parts }) => `${label}: ${parts.map((part) => `${part.label} ${part.value}`).join(', ')}`,
  );
  const sumOf = (parts: readonly Value[]): number => parts.reduce((sum, { value }) => sum + value, 0);
  const longest = Math.max(1, ...rows.map(({ parts }) => sumOf(parts)));
  return html`<div class="chart" role="img" aria-label="${title}. ${spoken.join('. ')}">
    <div class="chart-title">${title}</div>
    <div class="stacked">
      ${rows.map(
        ({ label, parts }) =>
          html`<span>${label}</span>
            <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none">
              ${parts.map(({ value, colour }, index) => {
                const from = (100 * sumOf(parts.slice(0, index))) / longest;
                return svg`<rect class="area-${colour}" x=${from} width=${(100 * value) / longest} height="10" />`;
              })}
            </svg>`,
      )}
    </div>
    <ul class="legend">
      ${rows[0]?.parts.map(({ label, colour }) => html`<li><span class="swatch fill-${colour}"></span>${label}</li>`)}
    </ul>
  </div>`;
}

const place = (at: number, count: number): number => (count < 2 ? 50 : (100 * at) / (count - 1));
