import { equal, ok } from 'node:assert/strict';
import { defaultDecisionClocks } from '../../../src/features/decisions/clocks.ts';
import {
  decisionRunners,
  type DecisionsDeps,
  decisionsFeature,
  decisionTold,
  mandatesImport,
  proposalId,
  type ProposalFile,
  type ProposalId,
  proposalStream,
  routesImport,
  type Settled,
} from '../../../src/features/decisions/index.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import type { VoteResult } from '../../../src/features/voting/index.ts';
import { demoPerson, openBench as openFeature, openSources } from '../../support/feature-bench.ts';
import { closeVote, votesDouble } from './votes-double.ts';

export const people = {
  /** Project leader of Limburg. */
  jan: demoPerson('9'),
  els: demoPerson('24'),
  wim: demoPerson('25'),
  karin: demoPerson('26'),
  judith: demoPerson('28'),
  paul: demoPerson('29'),
  mieke: demoPerson('30'),
  corrie: demoPerson('32'),
  /** Of other centres. */
  miriam: demoPerson('34'),
  hanna: demoPerson('1'),
};

const list = (...all: readonly string[]): string => all.join(';');
const bodies = `id,kind,centre,name,members,valid_from
li-bestuur,administrative-board,LI,Bestuurlijk overleg Limburg,${list(people.els, people.wim, people.karin)},2026-01-01
li-klankbord,sounding-board,LI,Klankbord Limburg,${list(people.mieke, people.corrie)},2026-01-01
li-project,project-group,LI,Projectgroep Limburg,${list(people.judith, people.paul)},2026-01-01
bz-bestuur,administrative-board,BZ,Bestuurlijk overleg Brabant,${people.miriam},2026-01-01
`;
const mandates = `id,centre,holder_person,holder_body,mandate_subjects,ceiling_euros,valid_from,valid_to
li-jan,LI,${people.jan},,budget;subsidy,"5.000",2026-01-01,2027-06-30
li-judith,LI,${people.judith},,budget;place,25000,2026-01-01,
`;

export type Bench = Awaited<ReturnType<typeof openBench>>;
type Clicked = Parameters<ReturnType<typeof openFeature>['click']>[1];

/** The feature on a real store with the demo's people, bodies and mandates of Limburg, and voting at the other side of its port. */
export async function openBench() {
  const sources = await openSources();
  const voting = votesDouble();
  const deps: DecisionsDeps = {
    ...sources.deps,
    ...{ votes: voting.votes, decisionClocks: defaultDecisionClocks },
  };
  const importing = async (text: string): Promise<void> => {
    const { store, clock, directory } = deps;
    const kinds = [mandatesImport, routesImport];
    const result = await importFile({ store, clock, territory: await loadTerritory(), kinds }, { text });
    equal(result.outcome, 'imported', JSON.stringify(result));
    if ('forget' in directory && typeof directory.forget === 'function') (directory.forget as () => void)();
  };
  await importing(bodies);
  await importing(mandates);
  const outcomes: Settled[] = [];
  const runners = decisionRunners(deps, { settled: async (result) => void outcomes.push(result) });
  const bench = openFeature(sources, decisionsFeature(deps), runners);
  const told = decisionTold(deps);
  const file = async (id: ProposalId): Promise<ProposalFile> => {
    const state = await bench.state<ProposalFile>(proposalStream(id));
    ok(state, `no proposal ${id}`);
    return state;
  };
  return {
    ...bench,
    ...{ deps, voting, outcomes, told, runners, importing, file },
    /** Lets somebody write a proposal and gives its id. */
    async write(actor = people.jan, rest: object = {}): Promise<ProposalId> {
      const id = proposalId(`p-${String(++written).padStart(4, '0')}`);
      const shown = await bench.click(actor, 'submit decisions/write-send', { proposal: id, ...form, ...rest });
      equal(shown.outcome, 'done', shown.card);
      await bench.settled();
      return id;
    },
    async press(actor: typeof people.jan, button: Clicked, proposal: ProposalId) {
      const shown = await bench.click(actor, button, { proposal });
      await bench.settled();
      return shown;
    },
    /** The card that was sent to somebody last, as they see it now. */
    async card(person: typeof people.jan, name: string): Promise<string> {
      const effect = bench.sent.findLast(
        ({ data }) => data['card'] === `decisions/${name}` && (data['to'] as { person?: string }).person === person,
      );
      ok(effect, `no card ${name}`);
      return bench.seen(effect);
    },
    /** The vote that was opened last ends like this. */
    async closes(result: VoteResult) {
      await closeVote(told, voting.last(), { result, at: deps.clock.now() });
      await bench.settled();
    },
    async after(days: number) {
      sources.pass(days);
      bench.worker.wake(proposalStream(proposalId('none')));
      await bench.settled();
    },
  };
}

let written = 0;

export const form = {
  ...{ subject: 'criteria', name: 'Criteria voor geld van het centrum', amount: '', links: '', caseNumber: '' },
  ...{ text: 'Dit zijn de criteria waaraan wij vragen toetsen.', advice: 'false' },
};
export const money = {
  subject: 'budget',
  name: 'Woning voor overbrugging',
  text: 'Een woning huren.',
  amount: '24.000',
};
export const decision = {
  ...{ verdict: 'adopt', motivation: 'Past binnen de criteria.', owner: people.jan, reviewOn: '2027-05-24' },
  summary: 'Er komt geld voor een woning.',
};
