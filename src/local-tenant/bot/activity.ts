/** An activity on its way to the bot, in Teams' shape. `type` and `name` are all that the tenant itself reads of it. */
export type Activity = Readonly<{ id: string; type: string; name?: string }> & Readonly<Record<string, unknown>>;
