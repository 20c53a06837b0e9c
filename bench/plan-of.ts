/** A plan of so many measures, twenty a unit. */
export function planOf(measures: number): string {
  const lines = ['江口市2023年重点工作任务分解方案', '一、重点工作', '（一）推进任务'];
  for (let no = 1; no <= measures; no += 1) {
    const clause = `（牵头单位：第${Math.ceil(no / 20)}局；完成时限：2023年${(no % 9) + 3}月底前）`;
    lines.push(`${no}．加快建设第${no}个项目，完善制度，确保取得实效。${clause}`);
  }
  return lines.join('\n');
}
