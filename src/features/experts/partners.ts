import type { Locale } from '../../core/locale.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { type Partner, partners } from './import-partners.ts';

export type { Partner } from './import-partners.ts';

/**
 * What a question is about. `centre`: in whose area; undefined when that is not known, and then every area counts.
 * `requested`: what is asked of the team, as in the intake of a case.
 */
export type PartnerQuestion = Readonly<{
  concepts: readonly ConceptId[];
  centre: CentreCode | undefined;
  requested?: readonly string[];
}>;

/** Who else can be asked, in the order in which they are turned to. */
export function partnersFor({ concepts, centre, requested = [] }: PartnerQuestion): readonly Partner[] {
  return partners.filter(
    (partner) =>
      serves(partner, centre) &&
      (partner.calls.some((call) => isCalled(call, concepts)) ||
        partner.requested.some((kind) => requested.includes(kind))),
  );
}

function serves({ centres }: Partner, centre: CentreCode | undefined): boolean {
  return centres === undefined || centre === undefined || centres.includes(centre);
}

function isCalled({ oneOf, and }: Partner['calls'][number], concepts: readonly ConceptId[]): boolean {
  const isAsked = (ids: readonly ConceptId[]): boolean => ids.some((id) => concepts.includes(id));
  return isAsked(oneOf) && (and === undefined || isAsked(and));
}

/** Where to go when nobody solves it: always somewhere (domain.md H4, H5). */
export function escalations(): readonly Partner[] {
  return partners.filter(({ step }) => step === 'escalate');
}

export function partnerById(id: string): Partner | undefined {
  return partners.find((partner) => partner.id === id);
}

/** Who it is, when to ask it, and how; undefined for an id that is no longer in the list. */
export function partnerText(id: string, locale: Locale): string | undefined {
  const partner = partnerById(id);
  return partner && `${partner.name[locale]}. ${partner.when[locale]} ${partner.contact[locale]}`;
}
