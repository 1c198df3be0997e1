import type { Aggregate } from '../../store/handle.ts';
import { deadlineDecider } from './deadline.ts';
import type { DeadlineCommand, DeadlineEvent, DeadlineRefusal } from './deadline-messages.ts';
import { type Deadline, isKept } from './deadline-state.ts';
import { type Inbox, type InboxCommand, inboxDecider, type InboxEvent, type InboxRefusal } from './inbox.ts';
import { reactToDeadline, reactToInbox } from './reactions.ts';

export const deadlineAggregate: Aggregate<Deadline, DeadlineCommand, DeadlineEvent, DeadlineRefusal> = {
  type: 'deadline',
  decider: deadlineDecider,
  react: reactToDeadline,
  fields(state) {
    if (!isKept(state)) return {};
    const { stage, owner, steward, watchers, due, about } = state;
    const people = [...new Set([owner, steward, ...watchers])];
    return { stage, owner, people, due, about: about.id, centre: about.centre, plan: about.plan };
  },
};

export const inboxAggregate: Aggregate<Inbox, InboxCommand, InboxEvent, InboxRefusal> = {
  type: 'inbox',
  decider: inboxDecider,
  react: reactToInbox,
  fields: () => ({}),
};
