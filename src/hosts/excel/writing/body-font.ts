/** Body font of every tab: on every Windows in China. */
export const BODY_FONT = { name: '微软雅黑', size: 10 } as const;
