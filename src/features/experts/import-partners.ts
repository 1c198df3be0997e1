import { z } from 'zod/v4';
import { centreCodes } from '../directory/index.ts';
import { conceptId } from '../../matching/index.ts';
import shipped from './data/partners.json' with { type: 'json' };

const text = z.object({ nl: z.string().min(1), en: z.string().min(1) });
const concepts = z.array(z.string().transform(conceptId));

const partner = z.object({
  id: z.string().min(1),
  order: z.number(),
  step: z.enum(['think-along', 'escalate']),
  name: text,
  when: text,
  contact: text,
  calls: z.array(z.object({ oneOf: concepts, and: concepts.optional() })),
  requested: z.array(z.string()).default([]),
  centres: z.array(z.enum(centreCodes)).optional(),
  toVerify: z.boolean(),
});

/** An organisation that is asked as one, not a person (domain.md H1, H3, H4, H6, L4); see data/README.md. */
export type Partner = Readonly<z.output<typeof partner>>;

/** In the order in which they are turned to. */
export const partners: readonly Partner[] = z
  .array(partner)
  .parse(shipped)
  .toSorted((one, other) => one.order - other.order);
