import type { Locale } from '../../core/locale.ts';
import { referenceCard } from '../../teams/reference-card.ts';
import { inDialog, sayText } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route, type SearchResult } from '../../teams/routes.ts';
import { pageOf, searchRoute } from '../../teams/search-kit.ts';
import { askedBy } from '../cases/index.ts';
import { openProposal } from './desk-lists.ts';
import { searchDecisions } from './desk-search.ts';
import { contentOf, type ProposalFile, proposalStream } from './proposal-state.ts';
import { about, type About, type Kit, refusedInDialog } from './teams-answers.ts';
import { inBoth, refusalText, textsIn } from './texts.ts';
import { decidedLine } from './view-format.ts';

/** Points to a decision from any conversation; what was decided and why is in a dialog, for whoever may see it. */
export function searchRoutes(kit: Kit): readonly Route[] {
  return [
    searchRoute({
      verb: 'searchDecisions',
      none: inBoth(({ say }) => say.searchedNone),
      async find(inbound, looking) {
        const { locale } = inbound.actor;
        const sought = await searchDecisions(kit.deps, askedBy(inbound), { text: looking.text, locale });
        if (!sought.ok) return sayText(sought.refused, refusalText(sought.refused));
        return pageOf(sought.files, looking).map((file) => resultOf(file, locale));
      },
    }),
    route({ on: 'dialog', verb: 'decisions/look', data: about, run: (inbound) => look(kit, inbound) }),
  ];
}

/** The title is words that somebody typed: it stays in the list, which only the seeker sees. */
function resultOf(file: ProposalFile, locale: Locale): SearchResult {
  const { id, number, decision } = file;
  const { subject, title } = contentOf(file);
  const card = referenceCard.show({
    title: inBoth(({ say }) => say.decisionTitle(number)),
    lines: [inBoth(({ names }) => names.subject[subject]), inBoth((_texts, each) => decidedLine(decision, each))],
    look: { verb: 'decisions/look', proposal: id },
  });
  const text = `${textsIn[locale].names.subject[subject]} · ${decidedLine(decision, locale)}`;
  return { title: textsIn[locale].say.heading(number, title), text, card };
}

async function look({ deps, cards }: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.proposal;
  const opened = await openProposal(deps, askedBy(inbound), id);
  if (!opened.ok) return refusedInDialog(opened.refused, id);
  const title = inBoth(({ say }) => say.decisionTitle(opened.state.number));
  return inDialog({ title, card: cards.informed.show(opened.state), outcome: 'shown', stream: proposalStream(id) });
}
