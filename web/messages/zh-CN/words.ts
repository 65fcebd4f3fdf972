// SPDX-License-Identifier: Apache-2.0
/** Words for codes that come from the API: labels, roles, states. A code without a word is shown as it is. */
export const label = {
  'prohibited/firearms': '枪支及仿真枪',
  'prohibited/blades': '管制刀具',
  'prohibited/explosives': '爆炸物、危化品、烟花爆竹',
  'prohibited/drugs': '毒品及易制毒化学品',
  'prohibited/wildlife': '野生动物及制品',
  'prohibited/tobacco': '烟草及电子烟',
  'prohibited/medicine': '处方药及未经批准药品',
  'prohibited/forged-documents': '伪造证件、印章、票据、牌照',
  'prohibited/currency': '货币',
  'prohibited/surveillance': '窃听窃照器材',
  'prohibited/personal-data': '个人信息、账号、攻击服务',
  'prohibited/gambling': '赌博器具和服务',
  'prohibited/obscene': '淫秽物品',
  'prohibited/military-police': '军警用品',
  'prohibited/relics': '文物',
  'prohibited/satellite': '卫星接收设施',
  'prohibited/body': '人体器官、血液',
  'prohibited/exam-cheating': '考试作弊器材',
  counterfeit: '假冒',
  'quality/shoddy': '三无、过期、不合格',
  'advertising/absolute': '绝对化用语',
  'advertising/medical-claim': '医疗功效宣传',
  'advertising/investment': '投资收益宣传',
  'price/fictitious-discount': '虚构原价、虚假打折',
  'trust/brushing': '刷单炒信',
  'terms/unfair': '不公平格式条款',
  'licence/missing-claim': '应标未标批准文号',
  'fraud/pyramid': '传销',
  'privacy/violation': '违规收集个人信息',
  'licence/missing': '无证照信息',
  'licence/invalid': '证照无效',
  'licence/expired': '证照过期',
  'licence/not-displayed': '未亮照',
  'licence/exemption-not-declared': '未声明免于登记情形',
  'identity/mismatch': '身份信息不符',
  'emark/missing': '无电子标识',
  'emark/forged': '伪造电子标识',
} as const;

export const role = {
  intake_clerk: '受理分流',
  mediator: '调解',
  field_officer: '执法人员',
  monitor_analyst: '网监监测',
  case_reviewer: '案件审核',
  authority_head: '部门负责人',
  supervisor: '上级监督',
  counterpart: '协作部门',
  platform_compliance: '平台合规',
  merchant: '经营者',
  trainer: '培训宣传',
  administrator: '系统管理员',
} as const;

export const level = {
  nation: '国家',
  province: '省级',
  city: '市级',
  county: '县级',
  station: '基层所',
} as const;

export const severity = { info: '提示', slight: '轻微', serious: '较重', major: '重大' } as const;

export const hitState = {
  new: '待研判',
  confirmed: '属实',
  noise: '误报',
  duplicate: '重复',
  dead: '失效',
} as const;

export const patrolState = {
  queued: '等待开始',
  running: '进行中',
  stopped: '已停止',
  done: '已完成',
  failed: '出错结束',
} as const;

export const patrolKind = { daily: '日常监测', campaign: '专项监测', targeted: '定向监测' } as const;

export const renderMode = { auto: '按需渲染', never: '不渲染', always: '每页渲染' } as const;

export const outcome = {
  page: '已读取',
  unchanged: '无变化',
  barred: 'robots 不许，未访问',
  failed: '失败',
  other: '其他文件',
} as const;

export const liveness = { unknown: '未复查', online: '仍在线', changed: '已改动', gone: '已下架' } as const;

export const venueKind = {
  site: '网站',
  shop: '网店',
  app: '应用',
  'mini-program': '小程序',
  'public-account': '公众号',
  'live-account': '直播账号',
  'local-store': '本地生活店铺',
} as const;

/** Where a fact comes from; other words are names of registers. */
export const factSource = { patrol: '巡查', find: '上报', picture: '自图片识读', import: '导入' } as const;

export const leadSource = { patrol: '巡查发现', officer: '人员上报' } as const;

export const clockState = {
  running: '计时中',
  paused: '已暂停',
  met: '已按时办结',
  lapsed: '已超期',
} as const;

export const custody = { captured: '固定', viewed: '查看', exported: '导出', verified: '校验' } as const;

export const verdict = { valid: '有效', invalid: '无效', incomplete: '不完整' } as const;

export const claimState = {
  proven: '已证明',
  failed: '不成立',
  'not-yet': '尚未具备',
  policy: '策略不符',
} as const;

export const findState = {
  queued: '排队中',
  capturing: '正在固定证据',
  done: '已完成',
  failed: '没有成功',
} as const;

export const certainty = {
  A: 'A：依据公布文本或完整抄本',
  B: 'B：依据新闻、政府网站或部分抄本',
  C: 'C：来源较弱',
  NV: '未核实',
  M: '未核实',
  house: '法律没有规定，按本系统或文书写明的期限',
} as const;

export const textField = {
  title: '标题',
  description: '描述',
  ocrText: '图片文字',
  shop: '店铺名',
  category: '类目',
  price: '价格',
  originalPrice: '原价',
  priceHistory: '价格记录',
  text: '页面正文',
  display: '经营场所',
  name: '经营者名称',
  uscc: '统一社会信用代码',
  icp: 'ICP 备案号',
  licence: '许可证号',
  emark: '电子标识链接',
  goods: '需许可的商品',
} as const;

export const fold = {
  case: '大小写',
  width: '全角',
  traditional: '繁体',
  compat: '特殊字形',
  variant: '异体字',
  numeral: '数字写法',
  'zero-width': '隐形字符',
  spaces: '夹空格',
  symbols: '夹符号',
  repeats: '叠字',
  lookalike: '形近字符',
  emoji: '表情代字',
  split: '拆字',
  homophone: '谐音',
  'near-sound': '近音',
  pinyin: '拼音',
  initials: '拼音首字母',
  reversed: '颠倒语序',
  interleaved: '隔字',
} as const;

export const factField = {
  name: '名称',
  uscc: '统一社会信用代码',
  icp: 'ICP 备案号',
  police: '公安备案号',
  phone: '电话',
  mail: '邮箱',
  address: '地址',
  licence: '许可证照',
  title: '标题',
  url: '网址',
  host: '域名',
  platform: '所在网站',
} as const;

export const auditAction = {
  'sign-in': '登录',
  'sign-out': '退出登录',
  'change-password': '修改密码',
  'reset-password': '重设密码',
  'create-person': '新增人员',
  'change-person': '修改人员',
  'add-second-factor': '开启动态码',
  'remove-second-factor': '停用动态码',
  'link-provider': '关联统一认证',
  'disable-person': '停用账户',
  'enable-person': '启用账户',
  'create-token': '新增程序令牌',
  'revoke-token': '撤销程序令牌',
  'start-patrol': '发起巡查',
  'stop-patrol': '停止巡查',
  'resume-patrol': '继续巡查',
  'judge-hit': '判定命中',
  'undo-verdict': '撤销判定',
  'report-find': '上报网址',
  'open-lead': '生成线索',
  'withdraw-lead': '撤销线索',
  'lead.grade': '线索定级',
  'lead.verify': '开始核查线索',
  'lead.conclude': '登记核查结果',
  'lead.extend': '延长核查期限',
  'lead.archive': '线索归档',
  'lead.note': '线索备注',
  'export-evidence': '导出证据',
  'assign-file': '分派文件',
  'make-calendar': '生成日历地址',
  'revoke-calendar': '停用日历地址',
  'change-reminders': '修改提醒',
  'export-list': '导出列表',
  'export-sent': '列表已导出',
  'import-subjects': '导入主体',
  'merge-subjects': '合并主体',
  'split-subjects': '撤销合并',
  'class-subject': '评定信用等级',
  'change-subject': '修改主体',
  'view-audit': '查看审计',
  'open-file': '发起协同办件',
  'issue-link': '生成答复链接',
  'revoke-link': '作废答复链接',
  'save-template': '修改文书模板',
  'open-document': '打开文书',
  'create-agency': '新增单位',
  'change-agency': '修改单位',
  'create-unit': '新增内设机构',
  'change-unit': '修改内设机构',
  'record-absence': '登记外出',
  'end-absence': '结束外出',
} as const;

export const condition = {
  software: '采集软件',
  userAgent: '采集标识',
  ground: '理由',
  address: '实际访问地址',
  status: '状态码',
  startedAt: '开始时间',
  milliseconds: '用时（毫秒）',
  truncated: '是否截断',
  charset: '字符编码',
  warnings: '提示',
  robots: 'robots 结论',
  rules: '规则包',
  judged: '据以判断的文本',
  difference: '差异',
  'rendering.none': '没有渲染的原因',
  'rendering.browser': '浏览器',
  'rendering.version': '浏览器版本',
  'rendering.sandbox': '沙箱',
  'rendering.viewport': '窗口大小',
  'rendering.locale': '浏览器语言',
  'rendering.timezone': '浏览器时区',
  'rendering.userAgent': '浏览器标识',
  'rendering.network': '浏览器网络',
  'rendering.mainDocument': '主文档来源',
  'rendering.blocked': '被拦下的请求',
  'rendering.error': '渲染错误',
} as const;

export const leadDue = { soon: '三日内到期', lapsed: '已超期' } as const;

export const subjectKind = {
  merchant: '经营者',
  'natural-person': '自然人',
  platform: '平台',
  'service-provider': '服务商',
} as const;

export const service = {
  payment: '支付',
  hosting: '接入与托管',
  search: '搜索',
  rating: '信用评价',
  logistics: '物流',
  other: '其他',
} as const;

export const subjectStatus = {
  active: '存续',
  abnormal: '经营异常',
  revoked: '吊销',
  cancelled: '注销',
} as const;

export const creditKind = {
  'checked-clean': '核查未发现违法',
  corrected: '已改正',
  'not-corrected': '逾期未改正',
  case: '立案',
  unreachable: '查无下落',
  penalty: '行政处罚',
  'abnormal-list': '列入经营异常名录',
  'dishonesty-list': '列入严重违法失信名单',
  'notice-ignored': '通知不答复',
  repair: '信用修复',
} as const;
