import { z } from 'zod/v4';
import { personId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import { conceptId } from '../../matching/index.ts';
import { plainSentence, sentenceLike } from '../../core/sentence.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy } from '../cases/index.ts';
import { type ListFilter, listExperts, pageSize } from './desk-list.ts';
import { lookAtProfile } from './experts-desk.ts';
import { type Kit, privately, ran, refusalText, refusedInDialog, sayText } from './teams-answers.ts';
import { showOwn } from './teams-profile.ts';
import { inBoth } from './texts.ts';
import { everything } from './view-list.ts';
import { decideWords, waitingWords, type WordsTold } from './words-desk.ts';

const longestQuestion = 300;
const asksList = z.object({
  question: z.string().trim().max(longestQuestion).optional().catch(undefined),
  region: z.string().min(1).max(100).optional().catch(undefined),
  from: z.int().min(0).max(100_000).optional().catch(undefined),
});
type AsksList = z.output<typeof asksList>;

const aboutExpert = z.object({ expert: z.string().min(1).max(80).transform(personId) });
const asksPartners = z.object({ partners: z.array(z.string().max(80)).max(40).default([]) });
/** Several ticked choices come joined by commas. */
const ticked = z
  .string()
  .max(2_000)
  .default('')
  .transform((words) => words.split(',').filter((word) => word !== ''));
const keepsWords = z.object({ words: ticked, concept: z.string().max(80).default('').transform(conceptId) });
const dismissesWords = z.object({ words: ticked });

export function listRoutes(kit: Kit): readonly Route[] {
  const { deps } = kit;
  return [
    route({
      ...{ on: 'action', verb: 'experts/list', looks: true, data: asksList },
      run: (inbound) => showList(kit, inbound),
    }),
    route({ on: 'dialog', verb: 'experts/profile', data: aboutExpert, run: (inbound) => openProfile(kit, inbound) }),
    route({
      ...{ on: 'dialog', verb: 'experts/partners', data: asksPartners },
      run: async ({ data }) => {
        const title = inBoth(({ say }) => say.dialogPartners);
        return ran('shown', { type: 'dialog', title, card: kit.cards.partners.show(data) });
      },
    }),
    route({
      ...{ on: 'action', verb: 'experts/words-keep', data: keepsWords },
      run: (inbound) => onWords(kit, inbound.data.words, decideWords(deps, askedBy(inbound), inbound.data)),
    }),
    route({
      ...{ on: 'action', verb: 'experts/words-dismiss', data: dismissesWords },
      run: (inbound) => onWords(kit, inbound.data.words, decideWords(deps, askedBy(inbound), inbound.data)),
    }),
  ];
}

async function showList({ deps, cards, log }: Kit, inbound: Inbound<AsksList>): Promise<Ran> {
  const filter = chosenFilter(inbound.data);
  const listed = await listExperts(deps, askedBy(inbound), { filter, from: inbound.data.from ?? 0 });
  if (!listed.ok) {
    if (listed.refused !== 'personal-data') return sayText(listed.refused, refusalText(listed.refused));
    log.info('personal data in a question about experts');
    return sayText(
      listed.refused,
      inBoth(({ say }) => say.guardedQuestion),
    );
  }
  const { ok: _ok, ...page } = listed;
  const card = cards.list.show({ ...page, filter, steps: pageSize });
  const ids = page.experts.map(({ expert }) => expert.id);
  return { ...ran('listed', { type: 'card', card }), shown: { list: { of: 'expert', ids } } };
}

function chosenFilter({ question = '', region = everything }: AsksList): ListFilter {
  return {
    ...(question === '' ? {} : { question }),
    ...(region === everything ? {} : { region }),
  };
}

async function openProfile(kit: Kit, inbound: Inbound<z.output<typeof aboutExpert>>): Promise<Ran> {
  const { expert } = inbound.data;
  const told = await lookAtProfile(kit.deps, askedBy(inbound), expert);
  if (!told.ok) return refusedInDialog(kit, told.refused);
  const card = kit.cards.profile.show(told.state, { dialog: true });
  return ran('shown', { type: 'dialog', title: inBoth(({ say }) => say.dialogProfile), card }, expert);
}

async function onWords({ cards }: Kit, words: readonly string[], telling: Promise<WordsTold>): Promise<Ran> {
  const told = await telling;
  if (!told.ok && told.refused === 'not-keeper') return sayText(told.refused, refusalText(told.refused));
  const notice = told.ok ? inBoth(({ say }) => say.kept(words.join(', '))) : refusalText(told.refused);
  const card = cards.words.show({ waiting: told.waiting, notice });
  return ran(told.ok ? 'done' : told.refused, { type: 'card', card });
}

async function showWords({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const told = await waitingWords(deps, askedBy(inbound));
  if (!told.ok) return sayText(told.refused, refusalText(told.refused));
  return ran('shown', { type: 'card', card: cards.words.show({ waiting: told.waiting }) });
}

const ours = {
  own: /^((toon |laat )?mijn expert-?profiel( zien)?|(show )?my expert profile|word (een )?expert|(ik wil )?(een )?expert worden|(i want to )?become an expert)$/,
  list: /^((toon )?(de |alle )?experts|expert-?lijst|(show )?(the |all )?experts|list of experts)$/,
  words: /^((nieuwe )?woorden|woordenlijst|(new )?words)$/,
};
const questions = [
  /^wie (?:kan|kunnen|kan er|kan mij|kan ons) (?:me )?(?:helpen|meedenken) (?:met|bij|over) (?<about>.+)$/,
  /^wie (?:weet|weet er) (?:iets|wat|veel|meer) (?:van|over) (?<about>.+)$/,
  /^who (?:can|could) help(?: me| us)? with (?<about>.+)$/,
  /^who knows (?:something |a lot |more )?about (?<about>.+)$/,
];

function matchQuestion(text: string): JsonObject | undefined {
  if (text.length > longestQuestion) return undefined;
  const sentence = plainSentence(text);
  const about = questions
    .map((question) => question.exec(sentence)?.groups?.['about'])
    .find((found) => found !== undefined);
  return about === undefined ? undefined : { question: about };
}

export function expertMessages(kit: Kit): readonly MessageRoute[] {
  const list = (inbound: Inbound<JsonObject>): Promise<Ran> =>
    privately(inbound, () => showList(kit, { ...inbound, data: asksList.parse(inbound.data) }));
  return [
    {
      name: 'experts/own',
      match: sentenceLike(ours.own),
      run: (inbound) => privately(inbound, () => showOwn(kit, inbound)),
    },
    { name: 'experts/list', match: sentenceLike(ours.list), run: list },
    {
      name: 'experts/words',
      match: sentenceLike(ours.words),
      run: (inbound) => privately(inbound, () => showWords(kit, inbound)),
    },
    { name: 'experts/question', match: matchQuestion, run: list },
  ];
}
