// Bounded, as a browser tries again from every bracket.
const link = /(\[[^[\]\n]{1,500}\]\(https?:\/\/[^\s)]{1,2000}\))/;
const linkParts = /^\[([^\]]+)\]\(([^\s)]+)\)$/;

/**
 * The Markdown that Teams shows in a TextBlock, as safe HTML: bold, italic, links (http and https) and lists.
 * Everything is escaped first, so no markup of the card's author gets through (Microsoft: Format cards in Teams).
 */
export function markdownToHtml(text: string): string {
  const html: string[] = [];
  let open: 'ul' | 'ol' | 'p' | undefined;
  for (const line of escapeHtml(text).split(/\r?\n/)) {
    const { block, content } = readLine(line);
    if (open !== undefined && open !== block) html.push(`</${open}>`);
    if (block !== undefined && open !== block) html.push(`<${block}>`);
    else if (block === 'p') html.push('<br>');
    if (block !== undefined) html.push(block === 'p' ? inline(content) : `<li>${inline(content)}</li>`);
    open = block;
  }
  if (open !== undefined) html.push(`</${open}>`);
  return html.join('');
}

type Line = Readonly<{ block: 'ul' | 'ol' | 'p' | undefined; content: string }>;

function readLine(line: string): Line {
  const bullet = /^\s{0,3}[-*]\s+(.*)$/.exec(line);
  if (bullet) return { block: 'ul', content: bullet[1] ?? '' };
  const numbered = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/.exec(line);
  if (numbered) return { block: 'ol', content: numbered[1] ?? '' };
  return { block: line.trim() === '' ? undefined : 'p', content: line };
}

function inline(text: string): string {
  return text
    .split(link)
    .map((part) => {
      const [, label, address] = linkParts.exec(part) ?? [];
      if (label === undefined || address === undefined) return emphasise(part);
      return `<a href="${address}" target="_blank" rel="noopener noreferrer">${emphasise(label)}</a>`;
    })
    .join('');
}

function emphasise(text: string): string {
  return text
    .replaceAll(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])/g, '<em>$1</em>')
    .replaceAll(/(?<!\w)_([^_\s][^_\n]*)_(?!\w)/g, '<em>$1</em>')
    .replaceAll(/&lt;at&gt;(.{1,80}?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
