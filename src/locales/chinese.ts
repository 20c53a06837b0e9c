import messages from './zh-CN.json';
import { speaker } from './speak';

/** The sentences in Chinese, for what is always Chinese and for who needs no other language. */
export const inChinese = speaker(messages, 'zh-CN');
