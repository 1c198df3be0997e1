import type { Text } from '../../core/locale.ts';
import { parseEuros } from '../../core/money.ts';
import type { Typed } from '../cases/index.ts';
import type { Content } from './proposal-state.ts';
import { subjects } from './subjects.ts';
import type { VoteLink } from '../voting/index.ts';
import { wrong } from './form-checks.ts';
import { usualVote } from './how-to-vote.ts';
import { readVote, typedVote } from './vote-form.ts';

export type ReadForm = Readonly<{ ok: true; content: Content }> | Readonly<{ ok: false; problems: readonly Text[] }>;

/** What was typed, as the content of a proposal; or everything that is wrong with it. */
export function readContent(typed: Typed): ReadForm {
  const { name = '', text = '', amount = '' } = typed;
  const subject = subjects.find((one) => one === typed['subject']);
  const links = linksIn(typed['links'] ?? '');
  const money = moneyIn(amount);
  const vote = readVote(typed);
  const faults = wrong([
    { isWrong: subject === undefined, text: ({ write }) => write.required },
    { isWrong: name === '', text: ({ write }) => write.nameRequired },
    { isWrong: text === '', text: ({ write }) => write.textRequired },
    { isWrong: money === undefined, text: ({ write }) => write.amountWrong },
    { isWrong: links === undefined, text: ({ write }) => write.linksWrong },
  ]);
  const problems = [...faults, ...vote.problems];
  if (!subject || !links || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    content: {
      ...{ subject, title: name, text, links, wantsAdvice: typed['advice'] === 'true', ...money },
      ...(vote.how ? { voting: vote.how } : {}),
    },
  };
}

/** Undefined for what is no amount; an empty box is one that was not asked for. */
function moneyIn(amount: string): Pick<Content, 'amountCents'> | undefined {
  if (amount === '') return {};
  const amountCents = parseEuros(amount);
  return amountCents === undefined ? undefined : { amountCents };
}

const mostLinks = 5;

/** One on a line; what stands before the address is its title. Undefined when a line is no web address. */
export function linksIn(text: string): readonly VoteLink[] | undefined {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const links = lines.flatMap((line) => linkIn(line) ?? []);
  return links.length === lines.length && links.length <= mostLinks ? links : undefined;
}

function linkIn(line: string): VoteLink | undefined {
  const [, before = '', address = ''] = /^(.*?)\s*(https:\/\/\S+)$/i.exec(line) ?? [];
  if (!URL.canParse(address) || /[()<>[\]]/.test(line)) return undefined;
  const title = before.replace(/[|:–-]\s*$/, '').trim();
  return { title: title === '' ? new URL(address).hostname : title, url: address };
}

/** What was proposed, as it stands in the form when it is amended. */
export function typedOf({ subject, title, text, links, amountCents, wantsAdvice, voting }: Content): Typed {
  return {
    ...typedVote(voting ?? usualVote),
    ...{ subject, name: title, text, advice: String(wantsAdvice) },
    amount: amountCents === undefined ? '' : amountIn(amountCents),
    links: links.map((link) => `${link.title} ${link.url}`).join('\n'),
  };
}

export function amountIn(cents: number): string {
  const whole = Math.trunc(cents / 100);
  return cents % 100 === 0 ? String(whole) : `${whole},${String(cents % 100).padStart(2, '0')}`;
}
