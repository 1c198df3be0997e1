import { commandId, type PersonId } from '../../core/ids.ts';
import { type Asked, caseId, type DeskDeps, loadCase, send } from './case-desk.ts';
import { submitIntake } from './desk-intake.ts';
import type { Intake } from './intake.ts';

/** A made-up case that stands there when somebody starts for the first time. */
export type Example = Readonly<{ key: string; applicant: PersonId; intake: Intake }>;

/** Submits each example as its applicant would; one that is there already stays as it is. */
export async function submitExamples(deps: DeskDeps, at: Date, examples: readonly Example[]): Promise<void> {
  for (const { key, applicant, intake } of examples) {
    const id = caseId(`example-${key}`);
    if ((await loadCase(deps.store, id)).stage !== 'none') continue;
    const asked: Asked = { actor: applicant, at, commandId: commandId(`example-${key}`) };
    const begun = { at: at.toISOString(), id, applicant };
    await send(deps, asked, { id, command: { type: 'StartDraft', data: begun }, part: 'start' });
    await send(deps, asked, { id, command: { type: 'SaveIntake', data: { at: begun.at, intake } }, part: 'save' });
    const told = await submitIntake(deps, asked, id);
    if (!told.ok) throw new Error(`example ${key}: ${told.refused}`);
  }
}
