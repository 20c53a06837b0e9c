import { squeezed } from '../../base/clean-text';

/** Words that fill a report whatever was done, the longer before the shorter. */
const STOCK_PHRASES = [
  '领导高度重视',
  '高度重视',
  '加强组织领导',
  '加强领导',
  '统筹安排',
  '周密部署',
  '精心组织',
  '认真贯彻',
  '认真落实',
  '认真组织',
  '认真开展',
  '抓好落实',
  '狠抓落实',
  '积极推进',
  '扎实推进',
  '稳步推进',
  '有序推进',
  '持续推进',
  '正在推进',
  '加快推进',
  '大力推进',
  '按计划推进',
  '按要求推进',
  '按序时推进',
  '按计划进行',
  '有序开展',
  '正常开展',
  '积极开展',
  '取得明显成效',
  '取得积极成效',
  '取得较好成效',
  '取得实效',
  '成效显著',
  '进展顺利',
  '进展良好',
  '总体良好',
  '下一步将',
  '进一步加强',
  '进一步推进',
  '继续推进',
  '继续加强',
  '常抓不懈',
  '确保完成',
  '按时完成',
  '各项工作',
  '相关工作',
  '有关工作',
  '该项工作',
  '此项工作',
  '本单位',
  '我单位',
  '我局',
  '我办',
  '目前',
  '正在',
  '工作',
  '已经',
  '并且',
] as const;

const PHRASES = new RegExp(STOCK_PHRASES.join('|'), 'gu');
const SIGNS = /[\p{P}\p{S}\s的了和及并等已]/gu;
/** So many characters beside the phrases may still be a connecting word. */
const REST = 2;

/** Whether a text of some length consists of stock phrases and nothing else: no deed, no number, no name. */
export function saysNothing(text: string): boolean {
  const plain = squeezed(text);
  return plain !== '' && plain.replace(PHRASES, '').replace(SIGNS, '').length <= REST;
}
