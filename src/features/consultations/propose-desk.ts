import { commandId, type PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import type { SubmittedCase } from '../cases/index.ts';
import { partnersFor } from '../experts/index.ts';
import { type DeskDeps, followDirector, send } from './consultation-desk.ts';
import type { ConsultationFile } from './consultation-state.ts';
import { partiesOf } from './desk-ask.ts';
import { makeProposal, type Outlook } from './proposal.ts';
import { proposeKind } from './reactions.ts';
import { loadBoth, noRequest, type RunnerDeps } from './runner-desk.ts';

/** Looks for the cheapest team for what is still open, and puts it before the process director. Run twice it says the same. */
export function proposeRunner(deps: RunnerDeps): EffectRunner {
  return {
    kind: proposeKind,
    async run({ stream }: StoredEffect): Promise<Outcome> {
      const read = await loadBoth(deps, stream);
      if (!read) return noRequest(stream);
      const { state, file, version } = read;
      const at = deps.clock.now();
      const asked = { at, commandId: commandId(`${stream}-propose-${version}`) };
      await followDirector(deps, asked, { state, file });
      const proposal = await propose(deps, { state, file, at });
      const { id, round, invitations } = state;
      const data = { at: at.toISOString(), proposal, round, invitations: invitations.length };
      await send(deps, asked, { id, command: { type: 'ProposeTeam', data }, by: 'system' });
      return { done: true };
    },
  };
}

type Proposing = Readonly<{ state: ConsultationFile; file: SubmittedCase; at: Date }>;

export async function propose(deps: DeskDeps, { state, file, at }: Proposing) {
  const { request, about } = state;
  const [matcher, ranker] = await Promise.all([deps.experts.matcher(), deps.experts.ranker()]);
  const ranked = ranker.rank({ text: request.question, concepts: request.needs });
  const outlook = await outlookOf(deps, { state, file, at, ranked });
  const partners = partnersFor({
    ...{ concepts: request.needs, centre: about.centre },
    requested: file.intake.requested ?? [],
  });
  return makeProposal(
    outlook,
    partners.map(({ id }) => id),
    matcher.read(request.question).unknown,
  );
}

/** How many of the ranked are looked at afresh: what is in the register's memory may be a minute old. */
const freshlyRead = 80;

async function outlookOf(
  deps: DeskDeps,
  { state, file, at, ranked }: Proposing & Pick<Outlook, 'ranked'>,
): Promise<Outlook> {
  const [all, regions, people, parties] = await Promise.all([
    deps.experts.all(),
    deps.directory.regions(at),
    deps.directory.people(),
    partiesOf(deps, file),
  ]);
  const experts = new Map(all.map((engaged) => [engaged.expert.id, engaged]));
  const fresh = await Promise.all(ranked.slice(0, freshlyRead).map(({ id }) => deps.experts.load(id)));
  for (const engaged of fresh) if (engaged.status !== 'none') experts.set(engaged.expert.id, engaged);
  const elsewhere = people.filter(({ tenantId }) => tenantId !== undefined).map(({ id }) => id);
  const inCase = file.participants.map(({ person }) => person);
  return {
    ...{ file: state, today: localDate(at.toISOString()), ranked, experts, parties },
    employers: new Map(people.map(({ id, organisation }) => [id, organisation])),
    excluded: new Set<PersonId>([...elsewhere, ...inCase, state.director, ...gone(experts)]),
    area: new Set(regions.filter(({ centre }) => centre === state.about.centre).map(({ code }) => code)),
  };
}

function gone(experts: Outlook['experts']): readonly PersonId[] {
  return [...experts.values()].filter(({ status }) => status === 'left').map(({ expert }) => expert.id);
}
