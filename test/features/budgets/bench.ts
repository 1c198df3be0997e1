import { commandId, type StreamId } from '../../../src/core/ids.ts';
import { demoCases } from '../../../src/demo/cases.ts';
import { budgetAggregate } from '../../../src/features/budgets/aggregates.ts';
import type { BudgetCommand } from '../../../src/features/budgets/budget-messages.ts';
import {
  type BudgetFile,
  budgetStream,
  type Holding,
  holdingOf,
  requestId,
} from '../../../src/features/budgets/budget-state.ts';
import {
  type BudgetsDeps,
  budgetRunners,
  budgetsFeature,
  type Decisions,
  type Proposal,
  type ProposalResult,
  requestStream,
  type RequestFile,
  settleRequest,
} from '../../../src/features/budgets/index.ts';
import {
  caseAggregate,
  type CaseCommand,
  type CaseId,
  caseId,
  type CaseNumber,
  caseStream,
  type Intake,
} from '../../../src/features/cases/index.ts';
import { expertTeamId, regionCode } from '../../../src/features/directory/index.ts';
import type { EffectRunner } from '../../../src/store/effect-queue.ts';
import { handle } from '../../../src/store/handle.ts';
import {
  type Bench as FeatureBench,
  demoPerson,
  openBench,
  openSources,
  type Sources,
} from '../../support/feature-bench.ts';
import { euros } from './samples.ts';

export const people = {
  /** Chair and process director of the case, project leaders of Limburg and of Brabant, an alderman and an official. */
  marieke: demoPerson('5'),
  fatima: demoPerson('7'),
  jan: demoPerson('9'),
  miriam: demoPerson('34'),
  els: demoPerson('24'),
  lotte: demoPerson('11'),
  tom: demoPerson('8'),
  ruben: demoPerson('2'),
  sanne: demoPerson('10'),
};

/** Those who decide: keeps what was raised and taken back, each once. */
export function decisionsDouble() {
  const raised = new Map<string, Proposal>();
  const takenBack: string[] = [];
  const decided = new Set<string>();
  let isOpen = true;
  const decisions: Decisions = {
    async raise(_asked, proposal) {
      if (!isOpen) return { ok: false, refused: 'not-allowed' };
      if (!raised.has(proposal.id)) raised.set(proposal.id, proposal);
      return { ok: true };
    },
    async withdraw(_asked, { id }) {
      if (!raised.has(id)) return { ok: false, refused: 'unknown-proposal' };
      if (decided.has(id)) return { ok: false, refused: 'already-decided' };
      if (!takenBack.includes(id)) takenBack.push(id);
      return { ok: true };
    },
  };
  return {
    decisions,
    raised,
    takenBack,
    /** Proposals on which a decision was just taken, which is not told yet. */
    decided,
    refuse(refusing: boolean) {
      isOpen = !refusing;
    },
  };
}

export type Bench = Awaited<ReturnType<typeof openBudgets>>;

/** What the case does when it opens is not looked at here. */
const quiet = ['case-channel', 'case-link'].map((kind): EffectRunner => ({ kind, run: async () => ({ done: true }) }));

export function benchOn(sources: Sources, deps: BudgetsDeps): FeatureBench {
  return openBench(sources, budgetsFeature(deps), [...budgetRunners(deps), ...quiet]);
}

/** The feature with Limburg's budget of 2026 and a case of Wolf in conference. `change`: other parts to work with. */
export async function openBudgets(change: (deps: BudgetsDeps) => BudgetsDeps = (deps) => deps) {
  const sources = await openSources();
  const double = decisionsDouble();
  const deps = change({ ...sources.deps, decisions: double.decisions });
  const bench = benchOn(sources, deps);
  await order(bench, {
    type: 'AllocateBudget',
    data: {
      ...({ at: sources.deps.clock.now().toISOString(), by: people.jan, centre: 'LI', year: 2026 } as const),
      lines: {
        availability: euros(100_000),
        guarantee: euros(50_000),
        'start-up': euros(90_000),
        consult: euros(10_000),
      },
    },
  });
  const id = await openCase(bench);
  return {
    ...{ ...bench, ...double, deps, sources, case: id },
    async budget(year = 2026): Promise<BudgetFile> {
      return (await bench.state<BudgetFile>(budgetStream('LI', year))) as BudgetFile;
    },
    async request(request: string): Promise<RequestFile | undefined> {
      return bench.state<RequestFile>(requestStream(requestId(request)));
    },
    async holding(request: string, year = 2026): Promise<Holding | undefined> {
      const budget = await bench.state<BudgetFile>(budgetStream('LI', year));
      return budget && holdingOf(budget, requestId(request));
    },
    /** How the body decides, as whoever keeps the decisions tells it. */
    decide: (request: string, result: Partial<ProposalResult> = {}) =>
      settleRequest(
        { store: deps.store },
        {
          ...{ subject: requestStream(requestId(request)), proposal: `money-${request}`, number: 'LI-B-2026-0001' },
          ...{ outcome: 'adopted', motivation: 'Past bij de criteria.', at: sources.deps.clock.now(), by: people.els },
          ...{ commandId: `decide-${request}`, ...result },
        },
      ),
  };
}

let orders = 0;
type OnStore = Readonly<{ deps: Pick<FeatureBench['deps'], 'store' | 'clock'> }>;
export async function order(bench: OnStore, command: BudgetCommand, year = 2026): Promise<void> {
  const { decision } = await handle(bench.deps.store, budgetAggregate, {
    ...({ stream: budgetStream('LI', year), by: people.jan, at: bench.deps.clock.now(), command } as const),
    commandId: commandId(`order-${++orders}`),
  });
  if (decision.outcome === 'refused') throw new Error(`${command.type}: ${decision.code}`);
}

/** A case of Limburg in conference: brought in by Ruben, chaired by Marieke, directed by Fatima. */
export async function openCase({ deps }: OnStore, id: CaseId = caseId('case-1')): Promise<CaseId> {
  const at = deps.clock.now().toISOString();
  const intake: Intake = { ...demoCases.find(({ key }) => key === 'wolf')?.intake };
  const team = {
    ...{ id: expertTeamId('midden-limburg'), name: 'Expertteam Midden-Limburg', chair: people.marieke },
    ...{ members: [people.lotte], teamsGroupId: '10000000-0000-4000-8000-000000000008' },
  };
  const decision = { outcome: 'admit', reason: 'Past.', by: people.marieke, at } as const;
  const commands: readonly CaseCommand[] = [
    { type: 'StartDraft', data: { at, id, applicant: people.ruben } },
    { type: 'SaveIntake', data: { at, intake } },
    {
      type: 'SubmitCase',
      data: {
        ...{ at, number: 'LI-2026-0002' as CaseNumber, municipality: 'Weert', team, centre: 'LI' },
        ...{ region: regionCode('midden-limburg-west'), acknowledgeBy: at, triageBy: at },
      },
    },
    {
      type: 'DecideTriage',
      data: { at, decision, processDirector: people.fatima, conferenceBy: at, today: at.slice(0, 10), helpers: [] },
    },
  ];
  for (const [index, command] of commands.entries()) {
    const { decision: told } = await handle(deps.store, caseAggregate, {
      ...({ stream: caseStream(id), by: people.marieke, at: deps.clock.now(), command } as const),
      commandId: commandId(`${id}-${index}`),
    });
    if (told.outcome === 'refused') throw new Error(`${command.type}: ${told.code}`);
  }
  return id;
}

/** All eleven criteria met, each with a reason. */
export const answers: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 11 }, (_, index) => [
    [`score${index + 1}`, 'met'],
    [`reason${index + 1}`, 'Besproken met het expertteam.'],
  ]).flat(),
) as Record<string, string>;

/** Wolf's: € 24,000 to keep a place available for three months. */
export const filled: Readonly<Record<string, string>> = {
  ...{ line: 'availability', amount: '24.000', from: '2026-12-01', until: '2027-02-28' },
  ...{ purpose: 'Een maatwerkplek beschikbaar houden.', municipality: '30.000', careCosts: 'no' },
  ...{ guarantor: '', guaranteeUntil: '', settlement: '', place: '' },
};

/** Linde's: € 15,000 for sixteen weeks, until it is known who pays. */
export const guarantee: Readonly<Record<string, string>> = {
  ...{ line: 'guarantee', amount: '15000', until: '2027-03-23' },
  ...{
    guarantor: 'De verantwoordelijke gemeente',
    guaranteeUntil: '2027-03-31',
    settlement: 'Zodra vaststaat wie betaalt.',
  },
};

export function form(request: string, rest: object = {}): Readonly<Record<string, string>> {
  return { case: 'case-1', request, ...filled, ...answers, ...rest };
}

/** Asked by the process director, to the card in their chat. */
export async function ask(bench: Bench, request: string, rest: object = {}): Promise<RequestFile> {
  const shown = await bench.click(people.fatima, 'submit budgets/ask-send', form(request, rest));
  if (shown.outcome !== 'done') throw new Error(`${shown.outcome}: ${shown.card}`);
  await bench.settled();
  const file = await bench.request(request);
  if (!file) throw new Error('no request');
  return file;
}

/** Asked and adopted. */
export async function adopt(bench: Bench, request: string, rest: object = {}): Promise<void> {
  await ask(bench, request, rest);
  await bench.decide(request);
  await bench.settled();
}

/** The cards of this feature that were sent to anybody, in order. */
export function ownCards(bench: Bench): Bench['sent'] {
  return bench.sent.filter(({ data, kind }) => kind === 'show-card' && (data['card'] as string).startsWith('budgets/'));
}

/** The card that this person has in their chat now, as JSON text; '' when there is none. */
export async function cardOf(bench: Bench, person: string, name: string): Promise<string> {
  const effect = bench.sent.findLast(
    ({ data }) => data['card'] === `budgets/${name}` && (data['to'] as { person?: string }).person === person,
  );
  return effect ? bench.seen(effect) : '';
}

export const streamOf = (request: string): StreamId => requestStream(requestId(request));
