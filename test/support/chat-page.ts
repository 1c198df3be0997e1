import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { scrollsSideways } from './browser.ts';
import { button, type FlowPages } from './flow-pages.ts';

/** Somebody who talks with the bot on a page of their own. */
export type Talker = Readonly<{
  page: Page;
  /**
   * Types it where they are, and gives what the bot answered. Say nothing twice: an answer is found by what it answers. `meant`:
   * the button they press when the bot asks which of three things they mean, however sure it is one day or another.
   */
  say(text: string, meant?: string): Promise<Locator>;
  /** In the channel that is open: the bot hears it because it is named. */
  mention(text: string, meant?: string): Promise<Locator>;
}>;

/** What the bot answered to this. */
const answerTo = (page: Page, text: string): Locator =>
  page
    .locator('.message.own', { hasText: text })
    .locator('xpath=following-sibling::*[contains(@class, "message") and not(contains(@class, "own"))]')
    .first();

export function talker({ idle }: Pick<FlowPages, 'idle'>, page: Page): Talker {
  /** What the bot brings by itself comes before it or after it, never in between. */
  async function say(text: string, meant?: string): Promise<Locator> {
    await idle();
    const box = page.getByRole('textbox', { name: /^(Typ een bericht|Antwoord)$/ });
    await box.fill(text);
    await box.press('Enter');
    const answer = answerTo(page, text);
    await answer.locator('.card-frame, .text').first().waitFor();
    if (meant !== undefined && (await answer.innerText()).includes('Is het een van deze?'))
      await button(answer, meant).click();
    assert.equal(await scrollsSideways(page), false, text);
    return answer;
  }
  return {
    page,
    say,
    async mention(text, meant) {
      await page.getByRole('checkbox', { name: /@Doorbraak noemen/ }).check();
      return say(text, meant);
    },
  };
}

/** The answer holds these texts, in this order. */
export async function says(answer: Locator, ...texts: readonly string[]): Promise<void> {
  await answer
    .getByText(texts[0] ?? '')
    .first()
    .waitFor();
  const text = (await answer.innerText()).replaceAll('\u00A0', ' ');
  let from = 0;
  for (const one of texts) {
    const at = text.indexOf(one, from);
    assert.ok(at >= 0, `“${one}” is not in: ${text}`);
    from = at + one.length;
  }
}
