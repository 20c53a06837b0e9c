/** What the form as a page says, in Chinese like the form itself; the findings it shows have their sentences in the locales. */
export const FORM_PAGE_WORDS = {
  'formPage.clear': '清空重填',
  'formPage.clearAsk': '清空本页已填的全部内容？',
  'formPage.closed': '以下 {count} 项措施已销号，本期不再填报',
  'formPage.copied': '填报文本已复制，请粘贴到聊天窗口发给牵头办公室，不要修改。',
  'formPage.copy': '复制填报文本',
  'formPage.copyByHand': '此浏览器不允许自动复制。下面的文字已选中，请手动复制全部后发出，不要修改。',
  'formPage.copyLabel': '填报文本',
  'formPage.deadline': '完成时限：{deadline}',
  'formPage.error': '错误',
  'formPage.faulty': '第 {numbers} 项还有错误或没有填，这些行会被退回。仍要导出吗？',
  'formPage.foot': '填报人',
  'formPage.head': '填报单位：{unit}　报送期：{period}　截止日期：{due}',
  'formPage.hint.completedOn': '已完成的必填',
  'formPage.hint.evidence': '文件名称、文号',
  'formPage.hint.percent': '0 到 100',
  'formPage.hint.problems': '没有按时完成的，说明原因',
  'formPage.hint.progress': '做了什么、结果如何',
  'formPage.how':
    '逐项选择填报状态并填写。本页不联网，边填边查；填完后点“生成填报表”，把文件发回，或复制文本发回。',
  'formPage.kept': '已保存在本机的这个浏览器中。',
  'formPage.noScript': '正在打开填报页。一直停在这里的，请用手机或电脑的浏览器打开本文件。',
  'formPage.notKept': '此浏览器不允许保存：关闭本页，已填内容就会丢失。请一次填完并导出。',
  'formPage.note': '说明',
  'formPage.nothingOwed': '本单位牵头的措施均已销号，本期无需逐项填报，填写落款后发回即可。',
  'formPage.resumed': '已恢复上次在这个浏览器中填写的内容。',
  'formPage.save': '生成填报表',
  'formPage.saved':
    '已生成“{file}”，请在浏览器的下载文件夹中找到它，发给牵头办公室。没有看到文件的，请改用“复制填报文本”。',
  'formPage.standing': '已填 {begun} / {count} 项{wrong, plural, =0 {} other {，其中 # 项有错误}}',
  'formPage.title': '{title}进展情况填报表',
  'formPage.warning': '提醒',
  'formPage.willKeep': '填写的内容会自动保存在本机的这个浏览器中。',
} as const satisfies Readonly<Record<string, string>>;

export type FormPageKey = keyof typeof FORM_PAGE_WORDS;
