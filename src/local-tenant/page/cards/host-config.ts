import type * as AC from 'adaptivecards';

/**
 * Looks as Teams does: quiet, 14 px, one accent. The heading level is that of the place on the page.
 * Colours are the page's own variables, so that a change of theme needs no redrawing and wipes no input.
 */
export function createHostConfig(headingLevel: number): AC.HostConfig {
  return new AdaptiveCards.HostConfig({
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    containerStyles: createContainerStyles(),
    textBlock: { headingLevel },
    textStyles: { heading: { size: 'medium', weight: 'bolder' } },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
    inputs: {
      label: {
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', size: 'small' },
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      allowTitleToWrap: true,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
  });
}

const styles = ['default', 'emphasis', 'accent', 'good', 'warning', 'attention'];

function createContainerStyles(): object {
  const shade = (name: string) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name})` });
  const foregroundColors = {
    default: { default: 'var(--text)', subtle: 'var(--card-subtle)' },
    dark: shade('strong'),
    light: shade('subtle'),
    accent: shade('accent'),
    good: shade('good'),
    warning: shade('warning'),
    attention: shade('attention'),
  };
  const styleOf = (name: string) => ({ backgroundColor: `var(--card-on-${name})`, foregroundColors });
  return Object.fromEntries(styles.map((name) => [name, styleOf(name)]));
}
