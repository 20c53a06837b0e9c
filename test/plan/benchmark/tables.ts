import type { DocumentBlock } from '../../../src/plan/layout/plan-document';
import { TOPICS, WORLDS } from './content';
import { dutiesOf, type Duty, type TrueClause } from './duties';

/** A document of tables as it was read, with what is right of it. */
interface TableDocument {
  readonly name: string;
  readonly blocks: readonly DocumentBlock[];
  readonly title: string;
  readonly clauses: readonly TrueClause[];
}

function table(rows: readonly (readonly string[])[]): DocumentBlock {
  return { kind: 'table', table: { rows, merges: [] } };
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', text };
}

function truth({ body, units: [a, b, c], until }: Duty, section: string): TrueClause {
  return { text: body, lead: [a], support: [b, c], until, section };
}

function topic(index: number): string {
  return TOPICS[index % TOPICS.length] ?? '';
}

const county = (from: number) => dutiesOf(WORLDS.county, 2024, from, 8);
const city = (from: number) => dutiesOf(WORLDS.city, 2024, from, 8);

/** 序号, 任务, 牵头单位, 配合单位, 完成时限 under one header row. */
function plain(): TableDocument {
  const title = '云溪县2024年重点工作任务清单';
  const duties = county(41);
  const rows = duties.map(({ body, units: [a, b, c], when }, at) => [
    `${at + 1}`,
    body,
    a,
    `${b}、${c}`,
    when,
  ]);
  return {
    name: '一张表',
    title,
    blocks: [
      paragraph(title),
      table([['序号', '工作任务', '牵头单位', '配合单位', '完成时限'], ...rows]),
      paragraph('备注：排名第一的为总牵头人。'),
    ],
    clauses: duties.map((duty) => truth(duty, title)),
  };
}

/** 责任分工 over 牵头单位 and 配合单位: two header rows. */
function twoHeaderRows(): TableDocument {
  const title = '江口市2024年营商环境任务分解表';
  const duties = city(42);
  const rows = duties.map(({ body, units: [a, b, c], when }, at) => [
    `${at + 1}`,
    topic(Math.floor(at / 4)),
    body,
    a,
    `${b}\n${c}`,
    when,
  ]);
  return {
    name: '两行表头',
    title,
    blocks: [
      table([
        [title, '', '', '', '', ''],
        ['序号', '类别', '主要举措', '责任分工', '', '完成时限'],
        ['', '', '', '牵头', '配合', ''],
        ...rows,
      ]),
    ],
    clauses: duties.map((duty, at) => truth(duty, topic(Math.floor(at / 4)))),
  };
}

/** Rows that head the ones below, 一、…, over all columns. */
function sectionRows(): TableDocument {
  const title = '云溪县2024年目标责任考核任务表';
  const duties = county(43);
  const rows = duties.flatMap(({ body, units: [a, b, c], when }, at) => [
    ...(at % 4 === 0 ? [[`${'一二'.charAt(at / 4)}、${topic(at / 4)}`, '', '', '', '', '']] : []),
    [`${at + 1}`, body, a, `${b}、${c}`, when, '5'],
  ]);
  return {
    name: '表中有分节行',
    title,
    blocks: [
      paragraph(title),
      table([['序号', '工作内容', '负责考核部门', '配合部门', '完成时间', '分值'], ...rows]),
    ],
    clauses: duties.map((duty, at) => ({
      ...truth(duty, topic(Math.floor(at / 4))),
      text: `${duty.body}（分值：5）`,
    })),
  };
}

/** Sheets with titles of their own. */
function sheets(): TableDocument {
  const title = '江口市2024年重点工作台账';
  const duties = city(44);
  const sheet = (name: string, own: readonly Duty[], head: string): DocumentBlock => ({
    kind: 'table',
    title: name,
    table: {
      rows: [
        [head, '', '', '', ''],
        ['序号', '具体任务', '牵头单位', '协办单位', '时限要求'],
        ...own.map(({ body, units: [a, b, c], when }, at) => [`${at + 1}`, body, a, `${b}，${c}`, when]),
      ],
      merges: [],
    },
  });
  return {
    name: '几张工作表',
    title,
    blocks: [
      sheet('优化营商环境', duties.slice(0, 4), title),
      sheet('改善民生福祉', duties.slice(4), `${title}（二）`),
    ],
    clauses: duties.map((duty, at) => truth(duty, at < 4 ? '优化营商环境' : '改善民生福祉')),
  };
}

/** Copied from a page: rows of cells parted by tabs. */
function pasted(): TableDocument {
  const title = '云溪县2024年民生实事任务清单';
  const duties = county(45);
  const rows = duties.map(({ body, units: [a, b, c], when }, at) =>
    [at + 1, body, a, `${b}、${c}`, when].join('\t'),
  );
  return {
    name: '粘贴的表格',
    title,
    blocks: [
      {
        kind: 'text',
        text: [title, ['序号', '重点任务', '牵头单位', '责任单位', '完成期限'].join('\t'), ...rows].join(
          '\n',
        ),
      },
    ],
    clauses: duties.map((duty) => truth(duty, title)),
  };
}

/** 目标, 责任领导, 备注 beside what is known. */
function otherColumns(): TableDocument {
  const title = '江口市2024年项目攻坚任务清单';
  const duties = city(46);
  const rows = duties.map(({ body, units: [a, b, c], when }, at) => [
    `${at + 1}`,
    body,
    '年度目标任务全面完成',
    '张某某',
    a,
    `${b}、${c}`,
    when,
    '按月调度',
  ]);
  return {
    name: '另有目标、责任领导、备注栏',
    title,
    blocks: [
      paragraph(title),
      table([['序号', '主要举措', '目标', '责任领导', '牵头单位', '配合单位', '完成时限', '备注'], ...rows]),
    ],
    clauses: duties.map((duty) => ({
      ...truth(duty, title),
      text: `${duty.body}（目标：年度目标任务全面完成）（备注：按月调度）`,
    })),
  };
}

/** Names broken over lines inside cells. */
function brokenCells(): TableDocument {
  const title = '云溪县2024年改革任务分工表';
  const duties = county(47);
  const rows = duties.map(({ body, units: [a, b, c], when }, at) => [
    `${at + 1}`,
    `${body.slice(0, 12)}\n${body.slice(12)}`,
    `${a.slice(0, 2)}\n${a.slice(2)}`,
    `${b}\n${c}`,
    when,
  ]);
  return {
    name: '单元格内换行',
    title,
    blocks: [
      paragraph(title),
      table([['序号', '改革任务', '牵头\n单位', '配合\n单位', '完成\n时限'], ...rows]),
    ],
    clauses: duties.map((duty) => truth(duty, title)),
  };
}

/** A Markdown table. */
function markdownTable(): TableDocument {
  const title = '江口市2024年数字政府建设任务清单';
  const duties = city(48);
  const rows = duties.map(
    ({ body, units: [a, b, c], when }, at) => `| ${at + 1} | ${body} | ${a} | ${b}、${c} | ${when} |`,
  );
  return {
    name: 'Markdown 表格',
    title,
    blocks: [
      {
        kind: 'text',
        text: [
          `# ${title}`,
          '',
          '| 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |',
          '| --- | --- | --- | --- | --- |',
          ...rows,
        ].join('\n'),
      },
    ],
    clauses: duties.map((duty) => truth(duty, title)),
  };
}

/** A table whose cells came one below the other, header and all. */
function flattened(): TableDocument {
  const title = '云溪县2024年防汛抗旱工作任务表';
  const duties = county(49);
  const cells = duties.flatMap(({ body, units: [a, b, c], when }, at) => [
    `${at + 1}`,
    body,
    a,
    `${b}、${c}`,
    when,
  ]);
  return {
    name: '表格拆成一格一行',
    title,
    blocks: [
      {
        kind: 'text',
        text: [title, '序号', '工作任务', '牵头单位', '配合单位', '完成时限', ...cells].join('\n'),
      },
    ],
    clauses: duties.map((duty) => truth(duty, title)),
  };
}

export const TABLES: readonly TableDocument[] = [
  plain(),
  twoHeaderRows(),
  sectionRows(),
  sheets(),
  pasted(),
  otherColumns(),
  brokenCells(),
  markdownTable(),
  flattened(),
];
