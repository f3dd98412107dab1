<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About AgentDesk</source>
        <translation>关于 AgentDesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>A support desk on this computer. It works without a network.</source>
        <translation>本机上的技术支持工作台，无需联网即可使用。</translation>
    </message>
    <message>
        <source>This desk lies in {path}</source>
        <translation>此工作台位于 {path}</translation>
    </message>
    <message>
        <source>Apache License 2.0. Qt and PySide6 are used under the LGPL.</source>
        <translation>Apache 许可证 2.0。Qt 与 PySide6 依 LGPL 使用。</translation>
    </message>
</context>
<context>
    <name>AccountDoors</name>
    <message>
        <source>Preparing sample data</source>
        <translation>正在准备示例数据</translation>
    </message>
    <message>
        <source>The sample data could not be written. Is there room on the disk?</source>
        <translation>无法写入示例数据。磁盘还有空间吗？</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>New re&amp;quest</source>
        <translation>新建申请(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>密度(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Sort</source>
        <translation>排序(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>分组方式(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>工单(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Approval</source>
        <translation>审批(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>By &amp;number</source>
        <translation>按编号(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;dministration</source>
        <translation>管理(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接手…</translation>
    </message>
    <message>
        <source>Handle…</source>
        <translation>处理…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>恢复联机</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Request confirmation…</source>
        <translation>请求确认…</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Log a call…</source>
        <translation>记录来电…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>在新窗口中打开</translation>
    </message>
    <message>
        <source>Finish pending changes</source>
        <translation>立即生效待定更改</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>脱机工作</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>连接到服务器…</translation>
    </message>
    <message>
        <source>Go to another desk…</source>
        <translation>切换到其他工作台…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>退出登录…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste without formats</source>
        <translation>无格式粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>在此查找</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>存为视图…</translation>
    </message>
    <message>
        <source>Canned replies…</source>
        <translation>快捷回复…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Table above</source>
        <translation>表格在上</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Usual density</source>
        <translation>标准密度</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>最紧急优先</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>等待最久优先</translation>
    </message>
    <message>
        <source>Last activity first</source>
        <translation>最近活动优先</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早优先</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Group by day</source>
        <translation>按日期分组</translation>
    </message>
    <message>
        <source>Group by status</source>
        <translation>按状态分组</translation>
    </message>
    <message>
        <source>Group by owner</source>
        <translation>按处理人分组</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Expand or collapse message</source>
        <translation>展开或折叠消息</translation>
    </message>
    <message>
        <source>Expand or collapse all</source>
        <translation>全部展开或折叠</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>正在进行的工作</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>转发…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动工单…</translation>
    </message>
    <message>
        <source>Mark as completed…</source>
        <translation>标记完成…</translation>
    </message>
    <message>
        <source>Yes, solved…</source>
        <translation>是，已解决…</translation>
    </message>
    <message>
        <source>Not solved…</source>
        <translation>未解决…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>关闭工单…</translation>
    </message>
    <message>
        <source>Return as incomplete…</source>
        <translation>退回补充…</translation>
    </message>
    <message>
        <source>Cancel ticket…</source>
        <translation>取消工单…</translation>
    </message>
    <message>
        <source>Leave feedback…</source>
        <translation>评价…</translation>
    </message>
    <message>
        <source>New ticket from this…</source>
        <translation>据此新建工单…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>People…</source>
        <translation>人员…</translation>
    </message>
    <message>
        <source>Share a link…</source>
        <translation>分享链接…</translation>
    </message>
    <message>
        <source>Fatal</source>
        <translation>致命</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Select or deselect</source>
        <translation>选中或取消选中</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>My pending</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>I resolved</source>
        <translation>我已处理</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>我提交的</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>我的组织</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Place {n} of the navigation</source>
        <translation>导航第 {n} 项</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>下一张工单</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>上一张工单</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>下一张未读</translation>
    </message>
    <message>
        <source>Previous unread</source>
        <translation>上一张未读</translation>
    </message>
    <message>
        <source>Next that waits for us</source>
        <translation>下一张待我方处理</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一窗格</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forth</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Show the main window</source>
        <translation>显示主窗口</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Ticket management</source>
        <translation>工单管理</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>导出列表…</translation>
    </message>
    <message>
        <source>Export ticket…</source>
        <translation>导出工单…</translation>
    </message>
    <message>
        <source>Save attachment as…</source>
        <translation>附件另存为…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Service hours and contact</source>
        <translation>服务时间与联系方式</translation>
    </message>
    <message>
        <source>Collect diagnostics…</source>
        <translation>收集诊断信息…</translation>
    </message>
    <message>
        <source>About AgentDesk</source>
        <translation>关于 AgentDesk</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <source>In the list and the ticket</source>
        <translation>在列表和工单中</translation>
    </message>
    <message>
        <source>With a request</source>
        <translation>在申请中</translation>
    </message>
    <message>
        <source>Going to a place</source>
        <translation>转到某处</translation>
    </message>
    <message>
        <source>Host…</source>
        <translation>主机…</translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation>调整配置…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Join project…</source>
        <translation>加入项目…</translation>
    </message>
    <message>
        <source>Project quota…</source>
        <translation>项目配额…</translation>
    </message>
    <message>
        <source>Domain quota…</source>
        <translation>域配额…</translation>
    </message>
    <message>
        <source>Pass…</source>
        <translation>通过…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Hand on…</source>
        <translation>转审…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Let somebody decide for me…</source>
        <translation>委托他人审批…</translation>
    </message>
    <message>
        <source>Approvals: my pending</source>
        <translation>审批：我的待办</translation>
    </message>
    <message>
        <source>Approvals: I resolved</source>
        <translation>审批：我已处理</translation>
    </message>
    <message>
        <source>Approvals: I involved</source>
        <translation>审批：我参与的</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Process setup</source>
        <translation>流程设置</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作日志</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>I &amp;agree to the customer agreement, and that support reads what I attach</source>
        <translation>我同意客户协议，并允许技术支持查看我上传的附件(&amp;A)</translation>
    </message>
    <message>
        <source>I &amp;agree to this</source>
        <translation>我同意(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AskOnRequest</name>
    <message>
        <source>You decide for {name}.</source>
        <translation>您代表 {name} 作出决定。</translation>
    </message>
    <message>
        <source>Decide &amp;for</source>
        <translation>代为审批(&amp;F)</translation>
    </message>
</context>
<context>
    <name>AttachmentTile</name>
    <message>
        <source>Actions for {name}</source>
        <translation>“{name}”的操作</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除“{name}”</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>下载“{name}”</translation>
    </message>
    <message>
        <source>Stop the download of {name}</source>
        <translation>停止下载 {name}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Undo came too late: it was already made final.</source>
        <translation>撤销太迟：更改已生效。</translation>
    </message>
    <message>
        <source>This desk is open for reading only. What you type is not saved.</source>
        <translation>此工作台以只读方式打开，您输入的内容不会保存。</translation>
    </message>
    <message>
        <source>You are in no project yet. Ask to join one; there you can ask for hosts and quotas.</source>
        <translation>您还未加入任何项目。请申请加入一个项目，之后即可申请主机和配额。</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>恢复联机</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{action}: {reason}</source>
        <translation>{action}：{reason}</translation>
    </message>
    <message>
        <source>{source}: {ways}</source>
        <translation>{source}：{ways}</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>怎么办？</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Show Outbox</source>
        <translation>查看发件箱</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Ask to join a project…</source>
        <translation>申请加入项目…</translation>
    </message>
    <message>
        <source>Done for {done} of {all} tickets. The others: {reason}</source>
        <translation>{all} 张工单中已完成 {done} 张。其余：{reason}</translation>
    </message>
    <message>
        <source>Done for {done} of {all} requests. The others: {reason}</source>
        <translation>{all} 个申请中已完成 {done} 个。其余：{reason}</translation>
    </message>
    <message numerus="yes">
        <source>Recorded for %n requests.</source>
        <translation>
            <numerusform>已记录 %n 个申请。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n request(s) wait at a level that nobody can pass</source>
        <translation>
            <numerusform>%n 个申请停在无人可以通过的一级</numerusform>
        </translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>最近动态</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>暂无动态</translation>
    </message>
    <message>
        <source>{what} · {ago} · Undo</source>
        <translation>{what} · {ago} · 撤销</translation>
    </message>
    <message>
        <source>{what} · {ago}</source>
        <translation>{what} · {ago}</translation>
    </message>
</context>
<context>
    <name>BulkCard</name>
    <message numerus="yes">
        <source>%n tickets selected</source>
        <translation>
            <numerusform>已选择 %n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n 项成功</numerusform>
        </translation>
    </message>
    <message>
        <source>{done}, {refused}</source>
        <translation>{done}，{refused}</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 项被拒绝</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Any day</source>
        <translation>任意日期</translation>
    </message>
</context>
<context>
    <name>CameBack</name>
    <message>
        <source>Put into the reply box</source>
        <translation>放入回复框</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Show in Outbox</source>
        <translation>在发件箱中查看</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>CancelTicketDialog</name>
    <message>
        <source>Cancel {number}?</source>
        <translation>取消 {number}？</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n ticket(s)?</source>
        <translation>
            <numerusform>取消 %n 张工单？</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel ticket</source>
        <translation>取消工单</translation>
    </message>
    <message>
        <source>Cancel tickets</source>
        <translation>取消工单</translation>
    </message>
    <message>
        <source>Keep ticket</source>
        <translation>保留工单</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>可留空。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Nobody works on a cancelled ticket, and it cannot be opened again.</source>
        <translation>取消后不再有人处理，且不能重新打开。</translation>
    </message>
</context>
<context>
    <name>CannedDialog</name>
    <message>
        <source>Canned replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>&amp;Shared with all staff</source>
        <translation>与全体客服共享(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>内容(&amp;T)</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新快捷回复</translation>
    </message>
</context>
<context>
    <name>CannedMenu</name>
    <message>
        <source>No canned replies yet</source>
        <translation>暂无快捷回复</translation>
    </message>
</context>
<context>
    <name>CardsHead</name>
    <message>
        <source>Sort and group</source>
        <translation>排序和分组</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>在此列表中搜索</translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation>编号或标题</translation>
    </message>
    <message>
        <source>Order of this list</source>
        <translation>列表顺序</translation>
    </message>
    <message>
        <source>Priority, then longest waiting</source>
        <translation>优先级，再按等待时间</translation>
    </message>
    <message>
        <source>Longest waiting</source>
        <translation>等待最久</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Grouped by day</source>
        <translation>按日期分组</translation>
    </message>
    <message>
        <source>Grouped by status</source>
        <translation>按状态分组</translation>
    </message>
    <message>
        <source>Grouped by owner</source>
        <translation>按处理人分组</translation>
    </message>
</context>
<context>
    <name>ChainEditor</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>After the last level</source>
        <translation>最后一级之后</translation>
    </message>
    <message>
        <source>Add level</source>
        <translation>添加一级</translation>
    </message>
    <message>
        <source>Applicants may decide their own request</source>
        <translation>申请人可以审批自己的申请</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>{name} is level {n} now</source>
        <translation>{name} 现在是第 {n} 级</translation>
    </message>
    <message>
        <source>{name} was removed</source>
        <translation>已移除 {name}</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>没有可选项</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close {number}?</source>
        <translation>关闭 {number}？</translation>
    </message>
    <message numerus="yes">
        <source>Close %n ticket(s)?</source>
        <translation>
            <numerusform>关闭 %n 张工单？</numerusform>
        </translation>
    </message>
    <message>
        <source>Close ticket</source>
        <translation>关闭工单</translation>
    </message>
    <message>
        <source>Close tickets</source>
        <translation>关闭工单</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>暂不关闭</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>备注(&amp;C)</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>可留空。</translation>
    </message>
    <message>
        <source>A closed ticket cannot be reopened or answered. You can start a new one that refers to it.</source>
        <translation>已关闭的工单不能重新打开或回复。您可以新建一张引用它的工单。</translation>
    </message>
</context>
<context>
    <name>CommentInput</name>
    <message>
        <source>{n} of {most} characters.</source>
        <translation>{n}/{most} 字。</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} 正在输入</translation>
    </message>
    <message>
        <source>{name} is viewing</source>
        <translation>{name} 正在查看</translation>
    </message>
</context>
<context>
    <name>CompleteDialog</name>
    <message>
        <source>&amp;Message to the requester</source>
        <translation>给提交人的消息(&amp;M)</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>可留空。</translation>
    </message>
    <message numerus="yes">
        <source>Request confirmation of %n ticket(s)</source>
        <translation>
            <numerusform>请求确认 %n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Request confirmation of {number}</source>
        <translation>请求确认 {number}</translation>
    </message>
    <message>
        <source>Request confirmation</source>
        <translation>请求确认</translation>
    </message>
    <message>
        <source>The requester is asked whether it is solved.</source>
        <translation>系统将询问提交人问题是否已解决。</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n ticket(s) as completed</source>
        <translation>
            <numerusform>标记 %n 张工单完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark {number} as completed</source>
        <translation>标记 {number} 完成</translation>
    </message>
    <message>
        <source>Mark as completed</source>
        <translation>标记完成</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Review and send</source>
        <translation>检查并发送</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>草稿未保存</translation>
    </message>
    <message>
        <source>The text seems to hold a secret. Send it all the same?</source>
        <translation>内容似乎包含机密信息。仍要发送吗？</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>{name} wrote meanwhile ({ago}).</source>
        <translation>{name} 刚刚又发来消息（{ago}）。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Write a note that only staff can read…</source>
        <translation>输入仅客服可见的备注…</translation>
    </message>
    <message>
        <source>Write a reply…   / for canned replies</source>
        <translation>输入回复…   / 快捷回复</translation>
    </message>
    <message>
        <source>Write to support…   drop files here</source>
        <translation>写给技术支持…   可拖入文件</translation>
    </message>
    <message>
        <source>Only staff can see it</source>
        <translation>仅客服可见</translation>
    </message>
    <message>
        <source>To: Support</source>
        <translation>收件人：技术支持</translation>
    </message>
    <message>
        <source>To: {name}, cc {others}</source>
        <translation>收件人：{name}，抄送 {others}</translation>
    </message>
    <message>
        <source>To: {name}</source>
        <translation>收件人：{name}</translation>
    </message>
    <message>
        <source>Send when online</source>
        <translation>联机后发送</translation>
    </message>
    <message>
        <source>Save reply</source>
        <translation>保存回复</translation>
    </message>
    <message>
        <source>Send and request confirmation</source>
        <translation>发送并请求确认</translation>
    </message>
    <message>
        <source>Save and request confirmation</source>
        <translation>保存并请求确认</translation>
    </message>
    <message>
        <source>Send and close…</source>
        <translation>发送并关闭…</translation>
    </message>
    <message>
        <source>Save and close…</source>
        <translation>保存并关闭…</translation>
    </message>
</context>
<context>
    <name>ConfirmSolvedDialog</name>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>评论(&amp;C)</translation>
    </message>
    <message>
        <source>{number} is not solved</source>
        <translation>{number} 未解决</translation>
    </message>
    <message>
        <source>Send back to support</source>
        <translation>退回技术支持</translation>
    </message>
    <message>
        <source>Support goes on working on it. Write what is still wrong.</source>
        <translation>技术支持将继续处理。请说明仍存在的问题。</translation>
    </message>
    <message>
        <source>Is {number} solved?</source>
        <translation>{number} 解决了吗？</translation>
    </message>
    <message>
        <source>Confirm and close</source>
        <translation>确认并关闭</translation>
    </message>
    <message>
        <source>The ticket is closed then. A closed ticket cannot be reopened or answered.</source>
        <translation>确认后工单即关闭。已关闭的工单不能重新打开或回复。</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>&amp;Address of the server</source>
        <translation>服务器地址(&amp;A)</translation>
    </message>
    <message>
        <source>E-mail or &amp;user name</source>
        <translation>电子邮件或用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;History on this computer</source>
        <translation>此电脑上的历史(&amp;H)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>The last three months</source>
        <translation>最近三个月</translation>
    </message>
    <message>
        <source>The last month</source>
        <translation>最近一个月</translation>
    </message>
    <message>
        <source>Your queue and your history, on this computer.</source>
        <translation>您的队列和历史，就在此电脑上。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Offline history</source>
        <translation>脱机历史</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>&amp;Stay signed in on this computer</source>
        <translation>在此计算机上保持登录(&amp;S)</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>用示例数据试用</translation>
    </message>
    <message>
        <source>You can work as soon as the first tickets are here.</source>
        <translation>第一批工单到达后即可开始工作。</translation>
    </message>
    <message>
        <source>You can work as soon as the first tickets are here. Older ones stay at the server.</source>
        <translation>第一批工单到达后即可开始工作。更早的工单留在服务器上。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>连接到服务器</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>{server}
Reached in {ms} ms · version {version}</source>
        <translation>{server}
{ms} 毫秒内连通 · 版本 {version}</translation>
    </message>
</context>
<context>
    <name>Connecting</name>
    <message>
        <source>This is no address of a server, such as https://desk.example.org.</source>
        <translation>这不是服务器地址，例如 https://desk.example.org。</translation>
    </message>
    <message>
        <source>Over http your password could be read on the way. Use https.</source>
        <translation>使用 http 时密码可能在途中被读取。请使用 https。</translation>
    </message>
    <message>
        <source>No server answers at this address. Check it, and your network, and try again.</source>
        <translation>此地址没有服务器应答。请检查地址和网络后重试。</translation>
    </message>
    <message>
        <source>Whoever answers there cannot prove to be that server (its certificate does not fit or is not trusted), so nothing was told to them. Ask the operator of the server.</source>
        <translation>应答方无法证明自己就是该服务器（其证书不匹配或不受信任），因此没有向其发送任何内容。请询问服务器的运维人员。</translation>
    </message>
    <message>
        <source>A network setting of this computer (AGENTDESK_CA_FILE, AGENTDESK_PINS or AGENTDESK_PROXY) cannot be used. Correct it and start AgentDesk again.</source>
        <translation>此计算机的网络设置（AGENTDESK_CA_FILE、AGENTDESK_PINS 或 AGENTDESK_PROXY）无法使用。请更正后重新启动 AgentDesk。</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>用户名或密码不正确。</translation>
    </message>
    <message>
        <source>The server does not let this account in. Ask its operator.</source>
        <translation>服务器不允许此账户登录。请询问其运维人员。</translation>
    </message>
    <message>
        <source>Too many tries. Wait a few minutes, then try again.</source>
        <translation>尝试次数过多。请等待几分钟后重试。</translation>
    </message>
    <message>
        <source>AgentDesk and the server speak different versions. Update the older one.</source>
        <translation>AgentDesk 与服务器的版本不一致。请更新较旧的一方。</translation>
    </message>
    <message>
        <source>What answers at this address is no server of AgentDesk, or a broken one.</source>
        <translation>此地址应答的不是 AgentDesk 服务器，或服务器已损坏。</translation>
    </message>
    <message>
        <source>This desk belongs to another person of that server. Use “Connect to a server…” instead.</source>
        <translation>此工作台属于该服务器上的另一人。请改用“连接到服务器…”。</translation>
    </message>
    <message>
        <source>A desk without a server already lies in that place.</source>
        <translation>该位置已有一个无服务器的工作台。</translation>
    </message>
    <message>
        <source>A desk of another server lies in that place.</source>
        <translation>该位置有另一服务器的工作台。</translation>
    </message>
    <message>
        <source>This account is already open in another window.</source>
        <translation>此账户已在另一窗口中打开。</translation>
    </message>
    <message>
        <source>The key is kept in the system keyring, never in a file.</source>
        <translation>密钥保存在系统密钥环中，绝不写入文件。</translation>
    </message>
    <message>
        <source>You will be asked again at the next start; nothing is written to disk.</source>
        <translation>下次启动时会再次询问；不会向磁盘写入任何内容。</translation>
    </message>
    <message>
        <source>Without a keyring on this system you will be asked again; nothing is written to disk.</source>
        <translation>此系统没有密钥环，因此下次会再次询问；不会向磁盘写入任何内容。</translation>
    </message>
    <message>
        <source>The server could not be used ({code}). Try again; the log tells more.</source>
        <translation>无法使用服务器（{code}）。请重试；日志中有更多信息。</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>C&amp;ontact</source>
        <translation>联系方式(&amp;O)</translation>
    </message>
    <message>
        <source>E-mail or mobile number</source>
        <translation>邮箱或手机号</translation>
    </message>
    <message>
        <source>&amp;Reach me</source>
        <translation>联系时间(&amp;R)</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Working hours, 09:00–18:00</source>
        <translation>工作时间 09:00–18:00</translation>
    </message>
    <message>
        <source>Mornings, 08:00–12:00</source>
        <translation>上午 08:00–12:00</translation>
    </message>
    <message>
        <source>Afternoons, 12:00–18:00</source>
        <translation>下午 12:00–18:00</translation>
    </message>
    <message>
        <source>Evenings, 18:00–22:00</source>
        <translation>晚上 18:00–22:00</translation>
    </message>
</context>
<context>
    <name>CopyLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n hosts</source>
        <translation>
            <numerusform>%n 台主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n times</source>
        <translation>
            <numerusform>{name}，共 %n 台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match</source>
        <translation>
            <numerusform>%n 人符合</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can decide</source>
        <translation>
            <numerusform>%n 人可以审批</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n 级</numerusform>
        </translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>版本 {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) keep the chain they started with.</source>
        <translation>
            <numerusform>%n 个未完成的申请保留其开始时的流程。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n project(s) too few match: {names}. Requests from there would stop here.</source>
        <translation>
            <numerusform>在 %n 个项目中符合的人太少：{names}。来自那里的申请会停在这一级。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n domain(s) too few match: {names}. Requests from there would stop here.</source>
        <translation>
            <numerusform>在 %n 个域中符合的人太少：{names}。来自那里的申请会停在这一级。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n can decide, but {least} must pass.</source>
        <translation>
            <numerusform>只有 %n 人可以审批，但需要 {least} 人通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 和另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait at a level that nobody can pass.</source>
        <translation>
            <numerusform>%n 个申请停在无人可以通过的一级。</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of at most {most}</source>
        <translation>{n} / 最多 {most}</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n 台主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the trash</source>
        <translation>
            <numerusform>%n 台在回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) chosen</source>
        <translation>
            <numerusform>已选 %n 台主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n host(s) go into one request. Choose fewer.</source>
        <translation>
            <numerusform>一份申请最多包含 %n 台主机，请少选一些。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the last %n request(s) would have found somebody at every level.</source>
        <translation>
            <numerusform>最近 %n 个申请在每一级都能找到审批人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the last {of} requests %n would have stopped at a level that nobody can pass.</source>
        <translation>
            <numerusform>最近 {of} 个申请中有 %n 个会停在无人可以通过的一级。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateButton</name>
    <message>
        <source>Any day</source>
        <translation>任意日期</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>letters as in Qt</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>DecideSeveral</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Each is decided for itself. Those that fail say why and stay selected.</source>
        <translation>每个申请单独审批。未成功的会说明原因并保持选中。</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Set quota</source>
        <translation>设置配额</translation>
    </message>
    <message>
        <source>After you pass, the host is deployed at once.</source>
        <translation>您通过后，主机将立即部署。</translation>
    </message>
    <message>
        <source>After you pass, the hosts are adjusted at once.</source>
        <translation>您通过后，主机将立即调整。</translation>
    </message>
    <message>
        <source>After you pass, the hosts go to the trash at once.</source>
        <translation>您通过后，主机将立即移入回收站。</translation>
    </message>
    <message>
        <source>After you pass, {name} joins the project at once.</source>
        <translation>您通过后，{name} 将立即加入项目。</translation>
    </message>
    <message>
        <source>After you pass, the new quota holds at once.</source>
        <translation>您通过后，新配额立即生效。</translation>
    </message>
    <message>
        <source>The host is deployed after level {n}.</source>
        <translation>主机在第 {n} 级通过后部署。</translation>
    </message>
    <message>
        <source>The hosts are adjusted after level {n}.</source>
        <translation>主机在第 {n} 级通过后调整。</translation>
    </message>
    <message>
        <source>The hosts go to the trash after level {n}.</source>
        <translation>主机在第 {n} 级通过后移入回收站。</translation>
    </message>
    <message>
        <source>{name} joins the project after level {n}.</source>
        <translation>{name} 在第 {n} 级通过后加入项目。</translation>
    </message>
    <message>
        <source>The new quota holds after level {n}.</source>
        <translation>新配额在第 {n} 级通过后生效。</translation>
    </message>
    <message>
        <source>The request ends here and no host is deployed.</source>
        <translation>申请到此结束，不会部署主机。</translation>
    </message>
    <message>
        <source>The request ends here and the hosts stay as they are.</source>
        <translation>申请到此结束，主机保持不变。</translation>
    </message>
    <message>
        <source>The request ends here and the hosts stay.</source>
        <translation>申请到此结束，主机保留。</translation>
    </message>
    <message>
        <source>The request ends here and {name} does not join.</source>
        <translation>申请到此结束，{name} 不会加入项目。</translation>
    </message>
    <message>
        <source>The request ends here and the quota stays.</source>
        <translation>申请到此结束，配额保持不变。</translation>
    </message>
    <message>
        <source>After you pass, level {n}, {level}, decides.</source>
        <translation>您通过后，由第 {n} 级“{level}”审批。</translation>
    </message>
    <message>
        <source>{name} can send a new request.</source>
        <translation>{name} 可以重新提交申请。</translation>
    </message>
    <message>
        <source>Your decision is sent when you are online. Somebody else may decide first; then yours does not count.</source>
        <translation>您的决定会在联网后提交。其他人可能先作出决定，届时您的决定无效。</translation>
    </message>
    <message>
        <source>Your decision for level {n} · {level}</source>
        <translation>您对第 {n} 级的决定 · {level}</translation>
    </message>
    <message>
        <source>Your decision for level {n} · {level}, for {name}</source>
        <translation>您对第 {n} 级的决定 · {level}，代表 {name}</translation>
    </message>
    <message>
        <source>{by} for {name}</source>
        <translation>{by}（代 {name}）</translation>
    </message>
    <message>
        <source>You, or {name}</source>
        <translation>您或 {name}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>To be submitted</source>
        <translation>待提交</translation>
    </message>
    <message>
        <source>Passed {time}</source>
        <translation>{time} 通过</translation>
    </message>
    <message>
        <source>Rejected {time}</source>
        <translation>{time} 驳回</translation>
    </message>
    <message>
        <source>Withdrawn {time}</source>
        <translation>{time} 撤销</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>等待您审批</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已阻塞</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未审批</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>After level {n}</source>
        <translation>第 {n} 级之后</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Does not happen</source>
        <translation>不执行</translation>
    </message>
    <message>
        <source>Role: {role}</source>
        <translation>角色：{role}</translation>
    </message>
    <message>
        <source>Any one of them decides.</source>
        <translation>任意一人即可决定。</translation>
    </message>
    <message>
        <source>All of them must pass it.</source>
        <translation>须全部通过。</translation>
    </message>
    <message>
        <source>{name} passed it, {time}</source>
        <translation>{name} 已通过，{time}</translation>
    </message>
    <message>
        <source>{name} rejected it, {time}</source>
        <translation>{name} 已驳回，{time}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>To be submitted</source>
        <translation>待提交</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>您的申请</translation>
    </message>
    <message>
        <source>The operation failed; its approval still holds.</source>
        <translation>操作失败，但审批仍然有效。</translation>
    </message>
    <message>
        <source>As long as it is not carried out you can withdraw it.</source>
        <translation>执行之前可以撤销。</translation>
    </message>
</context>
<context>
    <name>DelegateDialog</name>
    <message>
        <source>Let somebody decide for you</source>
        <translation>委托他人代您审批</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who decides for you</source>
        <translation>代您审批的人</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>人员(&amp;P)</translation>
    </message>
    <message>
        <source>What they decide stands in your name with theirs. What you have decided they cannot.</source>
        <translation>代理人的决定会同时注明您和代理人的姓名。您已作出的决定，代理人不能再作。</translation>
    </message>
    <message>
        <source>You decide for {name}</source>
        <translation>您代 {name} 审批</translation>
    </message>
    <message>
        <source>{name}, {begins} – {ends}</source>
        <translation>{name}，{begins} – {ends}</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Such as 2027-12-31.</source>
        <translation>例如 2027-12-31。</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>开始日期(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>结束日期(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>The picture could not be kept on this computer.</source>
        <translation>图片无法保存到本机。</translation>
    </message>
    <message>
        <source>This looks like a password. Support never needs it.</source>
        <translation>这看起来像密码。技术支持从不需要密码。</translation>
    </message>
    <message>
        <source>This looks like a private key. Support never needs it.</source>
        <translation>这看起来像私钥。技术支持从不需要私钥。</translation>
    </message>
    <message>
        <source>This looks like a card number. Support never needs it.</source>
        <translation>这看起来像银行卡号。技术支持从不需要卡号。</translation>
    </message>
    <message>
        <source>This looks like an access key. Support never needs it.</source>
        <translation>这看起来像访问密钥。技术支持从不需要访问密钥。</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Versions and the state of the desk. No message, name or address is in it.</source>
        <translation>版本和服务台的状态。其中没有任何消息、姓名或地址。</translation>
    </message>
    <message>
        <source>The desk is being examined…</source>
        <translation>正在检查服务台…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>无法写入 {file}：{reason}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DiscardDialog</name>
    <message>
        <source>Discard “{title}”?</source>
        <translation>放弃“{title}”吗？</translation>
    </message>
    <message>
        <source>Discard my change</source>
        <translation>放弃我的更改</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>It is not sent, and what you wrote is gone for good.</source>
        <translation>它不会发送，您写的内容将永久丢失。</translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个申请</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority › {priority}</source>
        <translation>优先级 › {priority}</translation>
    </message>
    <message>
        <source>Not possible: {reason}</source>
        <translation>无法执行：{reason}</translation>
    </message>
</context>
<context>
    <name>DoneToSeveral</name>
    <message numerus="yes">
        <source>Submitted %n ticket(s)</source>
        <translation>
            <numerusform>已提交 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You handle %n ticket(s) more</source>
        <translation>
            <numerusform>您已开始处理 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forwarded %n ticket(s)</source>
        <translation>
            <numerusform>已转发 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replied to %n ticket(s)</source>
        <translation>
            <numerusform>已回复 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note added to %n ticket(s)</source>
        <translation>
            <numerusform>已为 %n 张工单添加备注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Completed %n ticket(s)</source>
        <translation>
            <numerusform>已标记 %n 张工单完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed %n ticket(s)</source>
        <translation>
            <numerusform>已关闭 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n ticket(s)</source>
        <translation>
            <numerusform>已移动 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n ticket(s) changed</source>
        <translation>
            <numerusform>已更改 %n 张工单的优先级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s) changed</source>
        <translation>
            <numerusform>已更改 %n 张工单的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed %n ticket(s)</source>
        <translation>
            <numerusform>已更改 %n 张工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Downloading {name}</source>
        <translation>正在下载 {name}</translation>
    </message>
    <message>
        <source>{size} · online only</source>
        <translation>{size} · 仅联机可用</translation>
    </message>
    <message>
        <source>{size} · comes when you are online</source>
        <translation>{size} · 联机后下载</translation>
    </message>
    <message>
        <source>{done} of {size}</source>
        <translation>{done} / {size}</translation>
    </message>
    <message>
        <source>{size}</source>
        <translation>{size}</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. Try again.</source>
        <translation>收到的不是当初发送的文件。请重试。</translation>
    </message>
    <message>
        <source>The server does not show it to you any more.</source>
        <translation>服务器不再向您显示此文件。</translation>
    </message>
    <message>
        <source>Sign in again, then try again.</source>
        <translation>请重新登录后再试。</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>磁盘已满。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The disk refuses it. Try again.</source>
        <translation>磁盘拒绝写入。请重试。</translation>
    </message>
    <message>
        <source>The server failed ({code}). Try again.</source>
        <translation>服务器出错（{code}）。请重试。</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Drop to attach to your reply</source>
        <translation>松开以附加到回复</translation>
    </message>
    <message>
        <source>Drop to attach to your message</source>
        <translation>松开以附加到消息</translation>
    </message>
    <message>
        <source>Drop to attach to an internal note</source>
        <translation>松开以附加到内部备注</translation>
    </message>
    <message>
        <source>Only staff can see it</source>
        <translation>仅客服可见</translation>
    </message>
    <message>
        <source>Folders cannot be attached. Choose the files in them.</source>
        <translation>不能附加文件夹。请选择其中的文件。</translation>
    </message>
    <message>
        <source>{size} each</source>
        <translation>每个 {size}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>E-mail (.eml), to be sent by a mail program</source>
        <translation>电子邮件 (.eml)，由邮件程序发送</translation>
    </message>
    <message numerus="yes">
        <source>Export %n row(s)</source>
        <translation>
            <numerusform>导出 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>What the list shows now: %n row(s).</source>
        <translation>
            <numerusform>列表当前显示的 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Space switches a column on and off.</source>
        <translation>按空格键切换列。</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>请至少选择一列。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>tickets.{ending}</source>
        <comment>a file name</comment>
        <translation>工单.{ending}</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV，用于电子表格</translation>
    </message>
    <message>
        <source>Excel workbook (xlsx)</source>
        <translation>Excel 工作簿 (xlsx)</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON，供程序使用</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>网页 (HTML)</translation>
    </message>
    <message>
        <source>PDF, for reading and printing</source>
        <translation>PDF，用于阅读和打印</translation>
    </message>
</context>
<context>
    <name>ExportTicketDialog</name>
    <message>
        <source>ticket</source>
        <comment>a file name</comment>
        <translation>工单</translation>
    </message>
    <message>
        <source>Export {number}</source>
        <translation>导出 {number}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>The file holds internal notes as well; a letter never does, nor what only staff may read.</source>
        <translation>文件中也包含内部备注；信件中从不包含内部备注，也不包含仅工作人员可见的内容。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>已将 %n 行写入 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>requests.{ending}</source>
        <comment>a file name</comment>
        <translation>申请.{ending}</translation>
    </message>
</context>
<context>
    <name>ExportingTicket</name>
    <message>
        <source>{file} was written.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message numerus="yes">
        <source>{file} was written without %n file(s) that are not on this computer: {names}</source>
        <translation>
            <numerusform>已写入 {file}，缺少不在此计算机上的 %n 个文件：{names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>Leave feedback on {number}</source>
        <translation>评价 {number}</translation>
    </message>
    <message>
        <source>Send feedback</source>
        <translation>提交评价</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>评论(&amp;C)</translation>
    </message>
    <message>
        <source>Feedback can be given only once.</source>
        <translation>只能评价一次。</translation>
    </message>
</context>
<context>
    <name>FileCounts</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n files</source>
        <translation>
            <numerusform>最多 %n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDoors</name>
    <message>
        <source>“{name}” could run as a program, so it is only saved, never opened.</source>
        <translation>“{name}”可能作为程序运行，因此只能保存，不能打开。</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>保存附件</translation>
    </message>
    <message>
        <source>“{name}” could not be copied: it is not on this computer.</source>
        <translation>无法复制“{name}”：它不在本机上。</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>FileZone</name>
    <message>
        <source>Drop files here or</source>
        <translation>将文件拖到此处，或</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Adding…</source>
        <translation>正在添加…</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the files in it.</source>
        <translation>“{name}”是文件夹。请选择其中的文件。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>无法读取“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>“{name}”已不存在。</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>未附加</translation>
    </message>
    <message>
        <source>{size} each</source>
        <translation>每个 {size}</translation>
    </message>
    <message>
        <source>{count} of {most} files</source>
        <translation>{count}/{most} 个文件</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More filters…</source>
        <translation>更多筛选…</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>With attachments</source>
        <translation>有附件</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>存为视图…</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Tag, then Enter</source>
        <translation>输入标签后按回车</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>待我方处理</translation>
    </message>
    <message>
        <source>Handled by me</source>
        <translation>由我处理</translation>
    </message>
    <message>
        <source>Without a handler</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in this ticket</source>
        <translation>在此工单中查找</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
</context>
<context>
    <name>Finds</name>
    <message>
        <source>{number} {subject}</source>
        <translation>{number} {subject}</translation>
    </message>
    <message>
        <source>{state}, {person}</source>
        <translation>{state}，{person}</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>New ticket from {number}</source>
        <translation>据 {number} 新建工单</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>It refers to {number}, which stays as it ended.</source>
        <translation>新工单引用 {number}，原工单保持不变。</translation>
    </message>
</context>
<context>
    <name>FormParts</name>
    <message>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Do not write passwords or card numbers.</source>
        <translation>请勿填写密码或卡号。</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Attach&amp;ments</source>
        <translation>附件(&amp;M)</translation>
    </message>
</context>
<context>
    <name>ForwardDialog</name>
    <message>
        <source>Forward {number}</source>
        <translation>转发 {number}</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n ticket(s)</source>
        <translation>
            <numerusform>转发 %n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Forward ticket</source>
        <translation>转发工单</translation>
    </message>
    <message>
        <source>Forward tickets</source>
        <translation>转发工单</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>转给(&amp;T)</translation>
    </message>
    <message>
        <source>What they should know</source>
        <translation>对方需要了解的情况</translation>
    </message>
    <message>
        <source>&amp;Note to the new owner</source>
        <translation>给新负责人的备注(&amp;N)</translation>
    </message>
    <message>
        <source>Only staff see it.</source>
        <translation>仅客服可见。</translation>
    </message>
    <message>
        <source>Tell the &amp;requester that the owner changed</source>
        <translation>告知提交人负责人已变更(&amp;R)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转给</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>退回待领取</translation>
    </message>
    <message>
        <source>Nobody owns it then</source>
        <translation>之后无人负责</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Not assigned yet</source>
        <translation>尚未分配</translation>
    </message>
</context>
<context>
    <name>HandOnDialog</name>
    <message>
        <source>Hand on “{name}”</source>
        <translation>转审“{name}”</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>转审</translation>
    </message>
    <message>
        <source>To a person</source>
        <translation>给个人</translation>
    </message>
    <message>
        <source>To a role</source>
        <translation>给角色</translation>
    </message>
    <message>
        <source>Who decides instead</source>
        <translation>改由谁审批</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>人员(&amp;P)</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>Where they hold it</source>
        <translation>角色范围</translation>
    </message>
    <message>
        <source>&amp;Where they hold it</source>
        <translation>角色范围(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>What they should know</source>
        <translation>对方需要了解的情况</translation>
    </message>
    <message>
        <source>Whoever is asked at level {n} now is asked no longer.</source>
        <translation>第 {n} 级当前的审批人将不再参与审批。</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>In the domain of the request</source>
        <translation>申请所在的域</translation>
    </message>
    <message>
        <source>In the project of the request</source>
        <translation>申请所在的项目</translation>
    </message>
</context>
<context>
    <name>HandleDialog</name>
    <message>
        <source>Handle {number}?</source>
        <translation>处理 {number}？</translation>
    </message>
    <message numerus="yes">
        <source>Handle %n ticket(s)?</source>
        <translation>
            <numerusform>处理 %n 张工单？</numerusform>
        </translation>
    </message>
    <message>
        <source>Handle ticket</source>
        <comment>button</comment>
        <translation>处理工单</translation>
    </message>
    <message>
        <source>Handle tickets</source>
        <translation>处理工单</translation>
    </message>
    <message>
        <source>You become the owner, and the requester sees that you work on it.</source>
        <translation>您将成为负责人，提交人会看到您正在处理。</translation>
    </message>
    <message>
        <source>Take over {number}?</source>
        <translation>接手 {number}？</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>{name} has this ticket. You become its owner instead.</source>
        <translation>此工单由 {name} 负责。接手后将由您负责。</translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message>
        <source>{actor} handles the ticket now</source>
        <translation>{actor} 已开始处理工单</translation>
    </message>
    <message>
        <source>{to_name} handles the ticket now</source>
        <translation>工单现由 {to_name} 处理</translation>
    </message>
    <message>
        <source>{actor} asked whether the problem is solved</source>
        <translation>{actor} 询问问题是否已解决</translation>
    </message>
    <message>
        <source>{actor} completed the ticket</source>
        <translation>{actor} 标记工单完成</translation>
    </message>
    <message>
        <source>{actor} confirmed the solution. Solved: {solved}</source>
        <translation>{actor} 确认了解决结果。已解决：{solved}</translation>
    </message>
    <message>
        <source>{actor} says that it is not solved</source>
        <translation>{actor} 表示问题未解决</translation>
    </message>
    <message>
        <source>{actor} closed the ticket</source>
        <translation>{actor} 关闭了工单</translation>
    </message>
    <message>
        <source>{actor} cancelled the ticket</source>
        <translation>{actor} 取消了工单</translation>
    </message>
    <message>
        <source>{actor} returned the ticket as incomplete</source>
        <translation>{actor} 退回工单要求补充</translation>
    </message>
    <message>
        <source>{actor} gave feedback: {rating} of 5</source>
        <translation>{actor} 评价：{rating}/5</translation>
    </message>
    <message>
        <source>Closed after {days} days without an answer</source>
        <translation>{days} 天未回复，已自动关闭</translation>
    </message>
    <message>
        <source>{actor} added {name}</source>
        <translation>{actor} 添加了 {name}</translation>
    </message>
    <message>
        <source>{actor} removed {name}</source>
        <translation>{actor} 移除了 {name}</translation>
    </message>
    <message>
        <source>{actor} shared “{title}”</source>
        <translation>{actor} 分享了“{title}”</translation>
    </message>
    <message>
        <source>{actor} took the ticket over from {from_name}</source>
        <translation>{actor} 从 {from_name} 接手了工单</translation>
    </message>
    <message>
        <source>Forwarded to {to_name} by {actor}</source>
        <translation>{actor} 转发给 {to_name}</translation>
    </message>
    <message>
        <source>{actor} put the ticket back in the queue</source>
        <translation>{actor} 将工单退回待领取</translation>
    </message>
    <message>
        <source>{actor} moved the ticket. Type: {type}, service: {service}</source>
        <translation>{actor} 移动了工单。类型：{type}，服务：{service}</translation>
    </message>
    <message>
        <source>{actor} set the priority to {priority}</source>
        <translation>{actor} 将优先级设为{priority}</translation>
    </message>
    <message>
        <source>Taken over from another system by {actor}</source>
        <translation>由 {actor} 从其他系统导入</translation>
    </message>
    <message>
        <source>{actor} closed the ticket. Solved: {solved}</source>
        <translation>{actor} 关闭了工单。已解决：{solved}</translation>
    </message>
    <message>
        <source>This is no readable e-mail. The original is attached.</source>
        <translation>邮件无法读取。原件见附件。</translation>
    </message>
    <message>
        <source>The e-mail has no header lines. The original is attached.</source>
        <translation>邮件没有邮件头。原件见附件。</translation>
    </message>
    <message>
        <source>A header line was too long and was cut.</source>
        <translation>某个邮件头过长，已截断。</translation>
    </message>
    <message>
        <source>The sender&apos;s address could not be read.</source>
        <translation>无法识别发件人地址。</translation>
    </message>
    <message>
        <source>The e-mail says no date; the time of import stands here.</source>
        <translation>邮件未注明日期，此处为导入时间。</translation>
    </message>
    <message>
        <source>The e-mail&apos;s date makes no sense; the time of import stands here.</source>
        <translation>邮件日期无效，此处为导入时间。</translation>
    </message>
    <message>
        <source>The e-mail&apos;s character set is missing or wrong; it was guessed.</source>
        <translation>邮件的字符集缺失或有误，已自动推测。</translation>
    </message>
    <message>
        <source>Some characters could not be decoded. The original is attached.</source>
        <translation>部分字符无法解码。原件见附件。</translation>
    </message>
    <message>
        <source>A part is damaged and was kept as far as it could be read.</source>
        <translation>部分内容已损坏，仅保留可读部分。</translation>
    </message>
    <message>
        <source>A part is encoded in an unknown way and was kept raw.</source>
        <translation>部分内容编码未知，已原样保留。</translation>
    </message>
    <message>
        <source>The formatted text is very long; it is shown as plain text.</source>
        <translation>格式化文本过长，以纯文本显示。</translation>
    </message>
    <message>
        <source>The text is very long and was cut. The original is attached.</source>
        <translation>文本过长，已截断。原件见附件。</translation>
    </message>
    <message>
        <source>Parts lie too deep in one another. The original is attached.</source>
        <translation>内容嵌套过深。原件见附件。</translation>
    </message>
    <message>
        <source>There are too many parts. The original is attached.</source>
        <translation>内容部分过多。原件见附件。</translation>
    </message>
    <message>
        <source>The parts are not separated rightly; they were kept whole.</source>
        <translation>各部分分隔有误，已整体保留。</translation>
    </message>
    <message>
        <source>The e-mail breaks off before its end.</source>
        <translation>邮件不完整，在结尾前中断。</translation>
    </message>
    <message>
        <source>There was text outside all parts. The original is attached.</source>
        <translation>各部分之外还有文本。原件见附件。</translation>
    </message>
    <message>
        <source>Something about this e-mail is odd ({code}). The original is attached.</source>
        <translation>此邮件有异常（{code}）。原件见附件。</translation>
    </message>
    <message>
        <source>Submitted {number}</source>
        <translation>已提交 {number}</translation>
    </message>
    <message>
        <source>You handle {number} now</source>
        <translation>您正在处理 {number}</translation>
    </message>
    <message>
        <source>Forwarded {number} to {to}</source>
        <translation>已将 {number} 转发给 {to}</translation>
    </message>
    <message>
        <source>Replied to {number}</source>
        <translation>已回复 {number}</translation>
    </message>
    <message>
        <source>Note added to {number}</source>
        <translation>已为 {number} 添加备注</translation>
    </message>
    <message>
        <source>Completed {number}</source>
        <translation>已标记 {number} 完成</translation>
    </message>
    <message>
        <source>Closed {number}</source>
        <translation>已关闭 {number}</translation>
    </message>
    <message>
        <source>Moved {number}</source>
        <translation>已移动 {number}</translation>
    </message>
    <message>
        <source>Priority of {number} changed</source>
        <translation>已更改 {number} 的优先级</translation>
    </message>
    <message>
        <source>Tags of {number} changed</source>
        <translation>已更改 {number} 的标签</translation>
    </message>
    <message>
        <source>Cancelled {number}</source>
        <translation>已取消 {number}</translation>
    </message>
    <message>
        <source>Your answer on {number} was sent</source>
        <translation>已提交您对 {number} 的答复</translation>
    </message>
    <message>
        <source>Your feedback on {number} was sent</source>
        <translation>已提交您对 {number} 的反馈</translation>
    </message>
    <message>
        <source>Submitted a new ticket from {number}</source>
        <translation>已基于 {number} 提交新工单</translation>
    </message>
    <message>
        <source>Returned {number} as incomplete</source>
        <translation>已将 {number} 作为不完整退回</translation>
    </message>
    <message>
        <source>People of {number} changed</source>
        <translation>已更改 {number} 的人员</translation>
    </message>
    <message>
        <source>Shared a link in {number}</source>
        <translation>已在 {number} 中分享链接</translation>
    </message>
    <message>
        <source>Put {number} back in the queue</source>
        <translation>已将 {number} 退回待领取</translation>
    </message>
    <message>
        <source>Confirmation of {number} requested</source>
        <translation>已请求确认 {number}</translation>
    </message>
    <message>
        <source>{action}: {number}</source>
        <translation>{action}：{number}</translation>
    </message>
    <message>
        <source>Undo {action} {number}</source>
        <translation>撤销：{action} {number}</translation>
    </message>
    <message>
        <source>Undone: {action} {number}</source>
        <translation>已撤销：{action} {number}</translation>
    </message>
</context>
<context>
    <name>HeadCounts</name>
    <message numerus="yes">
        <source>{title}, %n ticket(s)</source>
        <translation>
            <numerusform>{title}，%n 张工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Search tickets and people</source>
        <translation>搜索工单、人员</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Search tickets, requests, people</source>
        <translation>搜索工单、申请、人员</translation>
    </message>
    <message>
        <source>Desk {title}</source>
        <translation>工作台 {title}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import letters and tickets</source>
        <translation>导入邮件和工单</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The import ended early. What was read until then is on the desk.</source>
        <translation>导入提前结束。此前读取的内容已在工作台中。</translation>
    </message>
    <message>
        <source>Go on behind the window</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>重新导入</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) taken in</source>
        <translation>
            <numerusform>已导入 %n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new ticket(s)</source>
        <translation>
            <numerusform>%n 张新工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n 项已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n 项未导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <comment>files, letters or rows</comment>
        <translation>
            <numerusform>已读取 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. {read}: {what}.</source>
        <translation>已停止。{read}：{what}。</translation>
    </message>
    <message>
        <source>{read}: {what}.</source>
        <translation>{read}：{what}。</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>E-mails (eml, mbox, maildir), csv and json.</source>
        <translation>邮件（eml、mbox、maildir）、csv 和 json。</translation>
    </message>
    <message>
        <source>&amp;Source of new tickets</source>
        <translation>新工单来源(&amp;S)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>JobsPopover</name>
    <message>
        <source>Work in progress</source>
        <translation>进行中的任务</translation>
    </message>
    <message>
        <source>Nothing is going on.</source>
        <translation>没有正在进行的任务。</translation>
    </message>
</context>
<context>
    <name>KeptForm</name>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>What you wrote before is here again.</source>
        <translation>已恢复您之前填写的内容。</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>草稿未保存</translation>
    </message>
</context>
<context>
    <name>LevelCard</name>
    <message>
        <source>Level {n}</source>
        <translation>第 {n} 级</translation>
    </message>
    <message>
        <source>Name of level {n}</source>
        <translation>第 {n} 级的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Who decides level {n}</source>
        <translation>谁审批第 {n} 级</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Role of level {n}</source>
        <translation>第 {n} 级的角色</translation>
    </message>
    <message>
        <source>Choose a role</source>
        <translation>选择角色</translation>
    </message>
    <message>
        <source>Move level {n} up</source>
        <translation>上移第 {n} 级</translation>
    </message>
    <message>
        <source>Move level {n} down</source>
        <translation>下移第 {n} 级</translation>
    </message>
    <message>
        <source>Remove level {n}</source>
        <translation>移除第 {n} 级</translation>
    </message>
    <message>
        <source>Drag to another place</source>
        <translation>拖动到其他位置</translation>
    </message>
    <message>
        <source>Approver range</source>
        <translation>审批人范围</translation>
    </message>
    <message>
        <source>Persons of level {n}</source>
        <translation>第 {n} 级的人员</translation>
    </message>
    <message>
        <source>Add a person to level {n}</source>
        <translation>为第 {n} 级添加人员</translation>
    </message>
    <message>
        <source>Choose someone else</source>
        <translation>选择其他人</translation>
    </message>
    <message>
        <source>Hide rule and deadline</source>
        <translation>隐藏规则与期限</translation>
    </message>
    <message>
        <source>Rule and deadline</source>
        <translation>规则与期限</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>You can reply after you handle the ticket.</source>
        <translation>处理此工单后即可回复。</translation>
    </message>
    <message>
        <source>This ticket is closed. It takes no more messages.</source>
        <translation>工单已关闭，不再接收消息。</translation>
    </message>
    <message>
        <source>This ticket was cancelled. It takes no more messages.</source>
        <translation>工单已取消，不再接收消息。</translation>
    </message>
    <message>
        <source>The requester was asked whether it is solved. You can reply after the answer.</source>
        <translation>已请提交人确认问题是否解决。收到答复后即可继续回复。</translation>
    </message>
    <message>
        <source>There is no e-mail thread to answer in. Copy the number and quote it when you write again.</source>
        <translation>没有可回复的邮件会话。请复制编号，再次来信时注明。</translation>
    </message>
    <message>
        <source>You can read this ticket, but its requester and support write in it.</source>
        <translation>您可以查看此工单，但只有提交人和技术支持可以回复。</translation>
    </message>
    <message>
        <source>Internal notes are possible now.</source>
        <translation>目前可以添加内部备注。</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>New ticket from this…</source>
        <translation>据此新建工单…</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Id of the object</source>
        <translation>对象 ID</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed: {why}</source>
        <translation>失败：{why}</translation>
    </message>
    <message>
        <source>{number} {name}</source>
        <translation>{number} {name}</translation>
    </message>
</context>
<context>
    <name>LogCallDialog</name>
    <message>
        <source>Log a call</source>
        <translation>记录来电</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>记录来电</translation>
    </message>
    <message>
        <source>&amp;Who called</source>
        <translation>来电人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>平台(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>事由(&amp;A)</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>可留空。</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Only staff see them.</source>
        <translation>仅客服可见。</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>分钟数(&amp;M)</translation>
    </message>
    <message>
        <source>Choose a person from the list.</source>
        <translation>请从列表中选择人员。</translation>
    </message>
    <message>
        <source>The call is about {number}</source>
        <translation>此来电与 {number} 有关</translation>
    </message>
</context>
<context>
    <name>LogEntryDialog</name>
    <message>
        <source>{action}: {thing}</source>
        <translation>{action}：{thing}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Yes: it can no longer be changed unseen</source>
        <translation>是：更改会被发现</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Operation log</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>谁操作的</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Load {n} more</source>
        <translation>再加载 {n} 条</translation>
    </message>
    <message>
        <source>Export writes the rows shown here.</source>
        <translation>导出会写入此处显示的行。</translation>
    </message>
    <message>
        <source>Nothing was done</source>
        <translation>没有操作</translation>
    </message>
    <message>
        <source>No entry is of these days, actions and people.</source>
        <translation>没有符合这些日期、操作和人员的记录。</translation>
    </message>
    <message>
        <source>{n} of more than {all}</source>
        <translation>{n} / 超过 {all}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all}</translation>
    </message>
    <message>
        <source>operation-log.{ending}</source>
        <comment>a file name</comment>
        <translation>操作日志.{ending}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>已将 %n 行写入 {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostTicket</name>
    <message>
        <source>You no longer have access to this ticket</source>
        <translation>您已无权访问此工单</translation>
    </message>
    <message>
        <source>What you wrote and did not send is kept in the Outbox, where you can copy it.</source>
        <translation>您写好但未发送的内容保存在发件箱中，可以在那里复制。</translation>
    </message>
    <message>
        <source>Show Outbox</source>
        <translation>查看发件箱</translation>
    </message>
    <message>
        <source>It was moved, or your rights changed. What you sent before has arrived.</source>
        <translation>工单已被移走，或您的权限已改变。您之前发送的内容都已送达。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{desk} – AgentDesk</source>
        <translation>{desk} – AgentDesk</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Nobody holds a role here yet.</source>
        <translation>这里还没有人拥有角色。</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Message of {author}</source>
        <translation>{author} 的消息</translation>
    </message>
    <message numerus="yes">
        <source>Phone call, %n min</source>
        <translation>
            <numerusform>电话，%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Written before {name}’s message above had arrived</source>
        <translation>写下时还没有收到上面 {name} 的消息</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>MessageStream</name>
    <message numerus="yes">
        <source>Load %n earlier messages</source>
        <translation>
            <numerusform>加载更早的 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>新消息</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move {number}</source>
        <translation>移动 {number}</translation>
    </message>
    <message numerus="yes">
        <source>Move %n ticket(s)</source>
        <translation>
            <numerusform>移动 %n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Move ticket</source>
        <translation>移动工单</translation>
    </message>
    <message>
        <source>Move tickets</source>
        <translation>移动工单</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>服务(&amp;S)</translation>
    </message>
    <message>
        <source>Choose another type or service first.</source>
        <translation>请先选择其他类型或服务。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>My pending</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>I resolved</source>
        <translation>我已处理</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>我提交的</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>我的组织</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>I involved</source>
        <translation>我参与的</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>全部申请</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Process setup</source>
        <translation>流程设置</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>技术支持</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waits for the customer</source>
        <translation>等待客户</translation>
    </message>
    <message>
        <source>Waits for us</source>
        <translation>待我方处理</translation>
    </message>
    <message>
        <source>Waits for confirmation</source>
        <translation>等待确认</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Fatal</source>
        <translation>致命</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Conference call</source>
        <translation>电话会议</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>系统消息</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>提交人</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>标记完成</translation>
    </message>
    <message>
        <source>Confirm the solution</source>
        <translation>确认已解决</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Return as incomplete</source>
        <translation>退回补充</translation>
    </message>
    <message>
        <source>Leave feedback</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>New ticket from this</source>
        <translation>据此新建工单</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>设置优先级</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>添加参与人</translation>
    </message>
    <message>
        <source>Remove a participant</source>
        <translation>移除参与人</translation>
    </message>
    <message>
        <source>Share a link</source>
        <translation>分享链接</translation>
    </message>
    <message>
        <source>Close for want of an answer</source>
        <translation>因未回复而关闭</translation>
    </message>
    <message>
        <source>Receive an e-mail</source>
        <translation>接收邮件</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>记录来电</translation>
    </message>
    <message>
        <source>Import a ticket</source>
        <translation>导入工单</translation>
    </message>
    <message>
        <source>Import a message</source>
        <translation>导入消息</translation>
    </message>
    <message>
        <source>Save a view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Save a canned reply</source>
        <translation>保存快捷回复</translation>
    </message>
    <message>
        <source>Save a scheme</source>
        <translation>保存流程方案</translation>
    </message>
    <message>
        <source>Save a source</source>
        <translation>保存来源</translation>
    </message>
    <message>
        <source>Set the default handler</source>
        <translation>设置默认处理人</translation>
    </message>
    <message>
        <source>Save a ticket type</source>
        <translation>保存工单类型</translation>
    </message>
    <message>
        <source>Save a service</source>
        <translation>保存服务</translation>
    </message>
    <message>
        <source>Set the owners of a service</source>
        <translation>设置服务负责人</translation>
    </message>
    <message>
        <source>Save a handler</source>
        <translation>保存处理人</translation>
    </message>
    <message>
        <source>Save a person</source>
        <translation>保存人员</translation>
    </message>
    <message>
        <source>Disable a person</source>
        <translation>停用人员</translation>
    </message>
    <message>
        <source>Save an organisation</source>
        <translation>保存组织</translation>
    </message>
    <message>
        <source>Save a project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Assign a role</source>
        <translation>分配角色</translation>
    </message>
    <message>
        <source>Revoke a role</source>
        <translation>撤销角色</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新建申请</translation>
    </message>
    <message>
        <source>Change a request</source>
        <translation>修改申请</translation>
    </message>
    <message>
        <source>Withdraw a request</source>
        <translation>撤销申请</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Hand a level on</source>
        <translation>转交审批</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Carry out a request</source>
        <translation>执行申请</translation>
    </message>
    <message>
        <source>Remind of a request</source>
        <translation>催办申请</translation>
    </message>
    <message>
        <source>Escalate a request</source>
        <translation>升级申请</translation>
    </message>
    <message>
        <source>Name a delegate</source>
        <translation>设置代理人</translation>
    </message>
    <message>
        <source>Revoke a delegate</source>
        <translation>取消代理人</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Save the desk</source>
        <translation>保存服务台</translation>
    </message>
    <message>
        <source>Save a process</source>
        <translation>保存流程</translation>
    </message>
    <message>
        <source>Enable a process</source>
        <translation>启用流程</translation>
    </message>
    <message>
        <source>Disable a process</source>
        <translation>停用流程</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Status id</source>
        <translation>状态 ID</translation>
    </message>
    <message>
        <source>Kind of status</source>
        <translation>状态类别</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Upstream link</source>
        <translation>上级链接</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Not final yet</source>
        <translation>尚未生效</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Initiator</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>当前阶段</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Conference call – {user}</source>
        <translation>电话会议 – {user}</translation>
    </message>
    <message>
        <source>Phone call – {user}</source>
        <translation>电话 – {user}</translation>
    </message>
</context>
<context>
    <name>NavModel</name>
    <message>
        <source>{section}: {place}, {count}</source>
        <translation>{section}：{place}，{count}</translation>
    </message>
    <message>
        <source>{section}: {place}</source>
        <translation>{section}：{place}</translation>
    </message>
</context>
<context>
    <name>NavPane</name>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>删除视图</translation>
    </message>
</context>
<context>
    <name>NewTicketDialog</name>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Choose a person from the list, or leave it empty to file it for yourself.</source>
        <translation>请从列表中选择人员；留空则为自己提交。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>平台(&amp;F)</translation>
    </message>
    <message>
        <source>Re&amp;quester</source>
        <translation>提交人(&amp;Q)</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>类型(&amp;Y)</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>服务(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>业务 ID</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>Not listed…</source>
        <translation>未列出…</translation>
    </message>
    <message>
        <source>Me, {name}</source>
        <translation>我，{name}</translation>
    </message>
    <message>
        <source>A service that is not in the list: write to {address}.</source>
        <translation>如服务不在列表中，请写信至 {address}。</translation>
    </message>
    <message>
        <source>The form could not be written: {reason}</source>
        <translation>无法写入表单：{reason}</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>This ticket is assigned to you, but work has not started. Choose Handle to start it.</source>
        <translation>此工单已分配给您，但尚未开始处理。点击“处理”开始。</translation>
    </message>
    <message>
        <source>{handler} has not started work yet.</source>
        <translation>{handler} 尚未开始处理。</translation>
    </message>
    <message>
        <source>Nobody owns this ticket yet. Choose Handle to take it.</source>
        <translation>此工单尚无负责人。点击“处理”领取。</translation>
    </message>
    <message>
        <source>It is your turn: {requester} waits for an answer.</source>
        <translation>轮到您了：{requester} 正在等待回复。</translation>
    </message>
    <message>
        <source>{handler} works on this ticket.</source>
        <translation>{handler} 正在处理此工单。</translation>
    </message>
    <message>
        <source>{requester} has written and waits for your answer.</source>
        <translation>{requester} 已回复，正在等待您的答复。</translation>
    </message>
    <message>
        <source>{requester} has written and waits for {handler}.</source>
        <translation>{requester} 已回复，正在等待 {handler}。</translation>
    </message>
    <message>
        <source>We wait for an answer of {requester}.</source>
        <translation>正在等待 {requester} 的回复。</translation>
    </message>
    <message>
        <source>{requester} was asked whether the problem is solved.</source>
        <translation>已询问 {requester} 问题是否解决。</translation>
    </message>
    <message>
        <source>This ticket was closed on {closed}.</source>
        <translation>此工单已于 {closed} 关闭。</translation>
    </message>
    <message>
        <source>This ticket was cancelled.</source>
        <translation>此工单已取消。</translation>
    </message>
    <message>
        <source>Nobody owns this ticket now. {requester} waits.</source>
        <translation>此工单目前无人负责，{requester} 正在等待。</translation>
    </message>
    <message>
        <source>Support has received your ticket.</source>
        <translation>技术支持已收到您的工单。</translation>
    </message>
    <message>
        <source>{support} is working on your ticket.</source>
        <translation>{support} 正在处理您的工单。</translation>
    </message>
    <message>
        <source>{support} has received your answer.</source>
        <translation>{support} 已收到您的回复。</translation>
    </message>
    <message>
        <source>{support} has answered and waits for you.</source>
        <translation>{support} 已回复，正在等待您。</translation>
    </message>
    <message>
        <source>Support thinks this is solved. Please confirm, or write what is still wrong.</source>
        <translation>技术支持认为问题已解决。请确认，或说明仍存在的问题。</translation>
    </message>
    <message>
        <source>This ticket was closed. If you have more questions, open a new ticket and refer to this one.</source>
        <translation>此工单已关闭。如仍有疑问，请新建工单并引用此工单。</translation>
    </message>
    <message>
        <source>This ticket was cancelled. If you have more questions, open a new ticket and refer to this one.</source>
        <translation>此工单已取消。如仍有疑问，请新建工单并引用此工单。</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>技术支持</translation>
    </message>
    <message>
        <source>The form was returned as incomplete: {reason}</source>
        <translation>表单已退回补充：{reason}</translation>
    </message>
    <message>
        <source>Opening the ticket with Enter starts work on it.</source>
        <translation>按回车打开工单即开始处理。</translation>
    </message>
    <message>
        <source>This desk sends no mail; export the reply as .eml.</source>
        <translation>此服务台不发送邮件；请将回复导出为 .eml。</translation>
    </message>
    <message>
        <source>Without an answer the ticket closes on {date}.</source>
        <translation>如无回复，工单将于 {date} 关闭。</translation>
    </message>
    <message>
        <source>Support answers {hours}.</source>
        <translation>技术支持服务时间：{hours}。</translation>
    </message>
    <message>
        <source>Thank you for your feedback.</source>
        <translation>感谢您的评价。</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Waiting to send</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>需要决定</translation>
    </message>
    <message>
        <source>New ticket {number}</source>
        <translation>新工单 {number}</translation>
    </message>
    <message>
        <source>Handle {number}</source>
        <translation>受理 {number}</translation>
    </message>
    <message>
        <source>Forward {number}</source>
        <translation>转交 {number}</translation>
    </message>
    <message>
        <source>Reply to {number}</source>
        <translation>回复 {number}</translation>
    </message>
    <message>
        <source>Note on {number}</source>
        <translation>{number} 的备注</translation>
    </message>
    <message>
        <source>Complete {number}</source>
        <translation>完成 {number}</translation>
    </message>
    <message>
        <source>Answer on {number}</source>
        <translation>对 {number} 的答复</translation>
    </message>
    <message>
        <source>Close {number}</source>
        <translation>关闭 {number}</translation>
    </message>
    <message>
        <source>Cancel {number}</source>
        <translation>取消 {number}</translation>
    </message>
    <message>
        <source>Move {number}</source>
        <translation>移动 {number}</translation>
    </message>
    <message>
        <source>Priority of {number}</source>
        <translation>{number} 的优先级</translation>
    </message>
    <message>
        <source>Tags of {number}</source>
        <translation>{number} 的标签</translation>
    </message>
    <message>
        <source>Feedback on {number}</source>
        <translation>对 {number} 的评价</translation>
    </message>
    <message>
        <source>New request {number}</source>
        <translation>新申请 {number}</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>修改 {number}</translation>
    </message>
    <message>
        <source>Withdraw {number}</source>
        <translation>撤销 {number}</translation>
    </message>
    <message>
        <source>Pass {number}</source>
        <translation>通过 {number}</translation>
    </message>
    <message>
        <source>Reject {number}</source>
        <translation>驳回 {number}</translation>
    </message>
    <message>
        <source>Try {number} again</source>
        <translation>重试 {number}</translation>
    </message>
    <message>
        <source>{action}: {number}</source>
        <translation>{action}：{number}</translation>
    </message>
    <message>
        <source>The requester wrote after you did this. Nothing was sent. Choose what should happen; your text is kept either way.</source>
        <translation>您操作之后，提交人又写了消息。没有发送任何内容。请决定如何处理；无论如何您的文字都会保留。</translation>
    </message>
    <message>
        <source>You no longer have access to this ticket. Nothing was sent; your text is kept here.</source>
        <translation>您已无权访问此工单。没有发送任何内容；您的文字保留在这里。</translation>
    </message>
    <message>
        <source>What is requested has changed since you decided. Nothing was sent. Look at it again and decide anew.</source>
        <translation>您作出决定后申请内容已变更，未发送任何内容。请重新查看并再次决定。</translation>
    </message>
    <message>
        <source>What is requested has changed since you decided: {changes}. Nothing was sent. Look at it again and decide anew.</source>
        <translation>自您作出决定后，申请内容已更改：{changes}。未发送任何内容。请重新查看并再次决定。</translation>
    </message>
    <message>
        <source>Nothing was sent: {reason}</source>
        <translation>没有发送任何内容：{reason}</translation>
    </message>
    <message>
        <source>Not recorded: {reason}</source>
        <translation>未记录：{reason}</translation>
    </message>
    <message>
        <source>Your text is kept until you discard it.</source>
        <translation>您的文字会保留，直到您放弃。</translation>
    </message>
    <message>
        <source>The server failed on this again and again ({code}). Your text is kept; try again or discard it.</source>
        <translation>服务器在处理它时一再出错（{code}）。您的文字已保留；请重试或放弃。</translation>
    </message>
    <message>
        <source>This has waited for a long time, so it is not sent unasked. Send it if it still holds.</source>
        <translation>它已等待很久，因此不会自动发送。如果仍然有效，请发送。</translation>
    </message>
    <message>
        <source>It waits for the server. As things stand here, it may be refused: {reason}</source>
        <translation>它在等待服务器。按本机目前的情况，可能会被拒绝：{reason}</translation>
    </message>
    <message>
        <source>You work offline.</source>
        <translation>您正在脱机工作。</translation>
    </message>
    <message>
        <source>The server asks for patience.</source>
        <translation>服务器请求稍候。</translation>
    </message>
    <message>
        <source>What answers cannot prove to be your server, so nothing is sent. Ask its operator.</source>
        <translation>应答方无法证明自己是您的服务器，因此未发送任何内容。请联系其管理员。</translation>
    </message>
    <message>
        <source>A network setting of this computer (AGENTDESK_CA_FILE, AGENTDESK_PINS or AGENTDESK_PROXY) cannot be used. Correct it and start AgentDesk again.</source>
        <translation>此计算机的网络设置（AGENTDESK_CA_FILE、AGENTDESK_PINS 或 AGENTDESK_PROXY）无法使用。请更正后重新启动 AgentDesk。</translation>
    </message>
    <message>
        <source>AgentDesk and the server speak different versions. Update the older one.</source>
        <translation>AgentDesk 与服务器的版本不一致。请更新较旧的一方。</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>您已脱机。</translation>
    </message>
    <message>
        <source>The server answers what AgentDesk cannot use ({code}). Its operator has to look.</source>
        <translation>服务器的应答无法使用（{code}）。需要其运维人员检查。</translation>
    </message>
    <message>
        <source>{action}: a ticket you can no longer see</source>
        <translation>{action}：您已看不到的工单</translation>
    </message>
    <message>
        <source>Your message came back: {reason} It stands in the reply box again.</source>
        <translation>您的消息被退回：{reason}它已回到回复框中。</translation>
    </message>
    <message>
        <source>Your message “{text}” came back: {reason}</source>
        <translation>您的消息“{text}”被退回：{reason}</translation>
    </message>
    <message>
        <source>You can no longer write here. What you had typed is kept: “{text}”</source>
        <translation>您已不能在此书写。您输入的内容已保留：“{text}”</translation>
    </message>
    <message>
        <source>{title} came back: {reason}</source>
        <translation>{title}被退回：{reason}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转给</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{key}: {value}</source>
        <translation>{key}：{value}</translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>仅在此电脑上</translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation>正在更新…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Not in step with the server</source>
        <translation>与服务器不同步</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>自 {time} 起脱机</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>脱机</translation>
    </message>
    <message>
        <source>{done} of {all} tickets</source>
        <translation>{all} 个工单中的 {done} 个</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>更新于 {time}</translation>
    </message>
    <message>
        <source>oldest {age}</source>
        <translation>最早 {age}</translation>
    </message>
</context>
<context>
    <name>OutboxDetail</name>
    <message>
        <source>Discard my change</source>
        <translation>放弃我的更改</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Keep open, send my comment as a reply</source>
        <translation>保持打开，把我的说明作为回复发送</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>您做了什么</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>现在的情况</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>您写的内容</translation>
    </message>
    <message>
        <source>{title} needs a decision</source>
        <translation>{title}：需要决定</translation>
    </message>
    <message>
        <source>{title} was not sent</source>
        <translation>{title}：未发送</translation>
    </message>
    <message>
        <source>Made {time} on this computer</source>
        <translation>{time} 在此电脑上完成</translation>
    </message>
    <message>
        <source>You no longer have access to it, or it has not reached the server yet.</source>
        <translation>您已无权访问，或它尚未到达服务器。</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>It has not reached the server yet.</source>
        <translation>尚未到达服务器。</translation>
    </message>
    <message>
        <source>Changed {time}</source>
        <translation>更改于 {time}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>{name}: “{text}”</source>
        <translation>{name}：“{text}”</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>新消息</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>打开申请</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
</context>
<context>
    <name>OutboxPane</name>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有等待的内容</translation>
    </message>
    <message>
        <source>Everything you did has arrived.</source>
        <translation>您所做的一切都已送达。</translation>
    </message>
</context>
<context>
    <name>OwnerFoot</name>
    <message>
        <source>Change…</source>
        <translation>变更…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>New host…</source>
        <translation>新建主机…</translation>
    </message>
    <message>
        <source>Ask for another quota…</source>
        <translation>申请调整配额…</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>加入…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Choose hosts to change or delete them.</source>
        <translation>选择主机后可变更或删除。</translation>
    </message>
    <message>
        <source>A host in the trash takes nothing of the quota.</source>
        <translation>回收站中的主机不占用配额。</translation>
    </message>
</context>
<context>
    <name>OwnerHead</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>What belongs to it</source>
        <translation>所含内容</translation>
    </message>
</context>
<context>
    <name>OwnerPane</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Hosts in the trash</source>
        <translation>回收站中的主机</translation>
    </message>
    <message>
        <source>No hosts</source>
        <translation>没有主机</translation>
    </message>
    <message>
        <source>What is asked for and passed then runs here.</source>
        <translation>申请通过后，主机会出现在这里。</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Deleted hosts lie here and can come back.</source>
        <translation>删除的主机放在这里，可以恢复。</translation>
    </message>
</context>
<context>
    <name>OwnersPane</name>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Projects and domains</source>
        <translation>项目和域</translation>
    </message>
    <message>
        <source>Nothing to see yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>Join a project first; its hosts and its quota then stand here.</source>
        <translation>请先加入项目，其主机和配额会显示在这里。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到结果。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) cannot be found yet.</source>
        <translation>
            <numerusform>%n 条消息暂时无法搜到。</numerusform>
        </translation>
    </message>
    <message>
        <source>This request</source>
        <translation>此申请</translation>
    </message>
    <message>
        <source>This ticket</source>
        <translation>此工单</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Tickets and requests</source>
        <translation>工单和申请</translation>
    </message>
    <message>
        <source>Tickets, requests and people</source>
        <translation>工单、申请和人员</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>move</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&gt; commands   # tickets   @ people</source>
        <translation>&gt; 命令   # 工单   @ 人员</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Present owner of the account</source>
        <translation>账号当前拥有者</translation>
    </message>
    <message>
        <source>New owner of the account</source>
        <translation>账号新拥有者</translation>
    </message>
    <message>
        <source>E-mail of the new owner</source>
        <translation>新拥有者邮箱</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Place and date</source>
        <translation>地点和日期</translation>
    </message>
    <message>
        <source>Name and signature</source>
        <translation>姓名和签名</translation>
    </message>
    <message>
        <source>Official company seal</source>
        <translation>公司公章</translation>
    </message>
    <message>
        <source>Submitted by {name}</source>
        <translation>由 {name} 提交</translation>
    </message>
</context>
<context>
    <name>ParticipantsDialog</name>
    <message>
        <source>People on {number}</source>
        <translation>{number} 的参与人</translation>
    </message>
    <message>
        <source>Save people</source>
        <translation>保存参与人</translation>
    </message>
    <message>
        <source>People who read along</source>
        <translation>参与人</translation>
    </message>
    <message>
        <source>They see the ticket and read along.</source>
        <translation>他们可以查看工单和往来消息。</translation>
    </message>
    <message>
        <source>&amp;Add a person</source>
        <translation>添加人员(&amp;A)</translation>
    </message>
    <message>
        <source>Choose a person from the list, or empty the field.</source>
        <translation>请从列表中选择人员，或清空此栏。</translation>
    </message>
</context>
<context>
    <name>PassDialog</name>
    <message>
        <source>Pass “{name}”</source>
        <translation>通过“{name}”</translation>
    </message>
    <message>
        <source>Pass request</source>
        <translation>通过申请</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>{name} sees this note.</source>
        <translation>{name} 能看到此备注。</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>Choose a project</source>
        <translation>选择项目</translation>
    </message>
    <message>
        <source>No project of this domain is known here. An administrator can add one.</source>
        <translation>此处没有该域的项目，可请管理员添加。</translation>
    </message>
</context>
<context>
    <name>PassSeveralDialog</name>
    <message numerus="yes">
        <source>Pass %n requests</source>
        <translation>
            <numerusform>通过 %n 个申请</numerusform>
        </translation>
    </message>
    <message>
        <source>Pass requests</source>
        <translation>通过申请</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Of those who join; each gets the project that they asked for.</source>
        <translation>加入者的角色；各自加入所申请的项目。</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Everybody who asked sees it.</source>
        <translation>所有申请人都能看到。</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>选填</translation>
    </message>
</context>
<context>
    <name>PasswordInput</name>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Name, user name or e-mail</source>
        <translation>姓名、用户名或邮箱</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Name, user name or e-mail</source>
        <translation>姓名、用户名或邮箱</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>tickets a person handles</comment>
        <translation>
            <numerusform>%n 张未结</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceCounts</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n 个等您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for an owner</source>
        <translation>
            <numerusform>%n 个待领取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for an answer</source>
        <translation>
            <numerusform>%n 个等待回复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n 张工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>{section} › {place}</source>
        <translation>{section} › {place}</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个申请</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets of my organisation</source>
        <translation>我的组织的工单</translation>
    </message>
    <message>
        <source>My pending</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>I resolved</source>
        <translation>我已处理</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>我提交的</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>我的组织</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>无人等待</translation>
    </message>
    <message>
        <source>No ticket matches</source>
        <translation>没有符合条件的工单</translation>
    </message>
    <message>
        <source>Other tickets are hidden by filters.</source>
        <translation>其他工单已被筛选隐藏。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有待办工单</translation>
    </message>
    <message>
        <source>Tickets appear here when they are yours and wait for us.</source>
        <translation>由您负责且待我方处理的工单会显示在这里。</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>查看待领取</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>没有待领取的工单</translation>
    </message>
    <message>
        <source>New tickets appear here when nobody owns them yet.</source>
        <translation>尚无负责人的新工单会显示在这里。</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>查看全部工单</translation>
    </message>
    <message>
        <source>Nothing is waiting for an answer</source>
        <translation>没有等待回复的工单</translation>
    </message>
    <message>
        <source>Tickets you answered appear here until their requester writes again.</source>
        <translation>您已回复的工单会显示在这里，直到提交人再次回复。</translation>
    </message>
    <message>
        <source>Show my pending</source>
        <translation>查看我的待办</translation>
    </message>
    <message>
        <source>No tickets yet</source>
        <translation>暂无工单</translation>
    </message>
    <message>
        <source>Ask for help, and you find the answers here.</source>
        <translation>提交工单后，可在这里查看回复。</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Tickets of your organisation appear here.</source>
        <translation>您所在组织的工单会显示在这里。</translation>
    </message>
    <message>
        <source>Tickets appear here as soon as somebody writes.</source>
        <translation>有人提交后，工单会显示在这里。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>How long what you sent can be undone.</source>
        <translation>发送后可以撤销的时长。</translation>
    </message>
    <message>
        <source>&amp;Undo time</source>
        <translation>撤销时限(&amp;U)</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>None, send at once</source>
        <translation>无，立即发送</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing &amp;moves by itself</source>
        <translation>不显示动画(&amp;M)</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Compact, more rows</source>
        <translation>紧凑，显示更多行</translation>
    </message>
    <message>
        <source>Relaxed, more room</source>
        <translation>宽松，行距更大</translation>
    </message>
    <message>
        <source>&amp;Density of lists</source>
        <translation>列表密度(&amp;D)</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Table above</source>
        <translation>表格在上</translation>
    </message>
    <message>
        <source>Where you choose another one under View, it stays so for that place.</source>
        <translation>在“视图”中为某处另选的布局会保留。</translation>
    </message>
    <message>
        <source>La&amp;yout of lists</source>
        <translation>列表布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Single letters &amp;act in the list and the ticket</source>
        <translation>在列表和工单中使用单字母快捷键(&amp;A)</translation>
    </message>
    <message>
        <source>H handles, R replies, J and K move. Off, only keys with Ctrl or Alt act.</source>
        <translation>H 处理，R 回复，J 和 K 移动。关闭后仅 Ctrl 或 Alt 组合键有效。</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>This desk lies in</source>
        <translation>此工作台位于</translation>
    </message>
    <message>
        <source>Only your user account can read it. Nothing of it leaves this computer by itself.</source>
        <translation>只有您的用户账号可以读取。数据不会自行离开本机。</translation>
    </message>
    <message>
        <source>Preferences are kept in</source>
        <translation>偏好设置保存在</translation>
    </message>
    <message>
        <source>Logs are kept in</source>
        <translation>日志保存在</translation>
    </message>
    <message>
        <source>Variables such as {name} win over the file.</source>
        <translation>{name} 等环境变量优先于文件。</translation>
    </message>
    <message>
        <source>Decided by {variable}.</source>
        <translation>由 {variable} 决定。</translation>
    </message>
</context>
<context>
    <name>PresenceMark</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} 正在撰写</translation>
    </message>
    <message>
        <source>{name} is viewing</source>
        <translation>{name} 正在查看</translation>
    </message>
    <message>
        <source>Who else is here is unknown while offline</source>
        <translation>脱机时无法得知还有谁在</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print {number}</source>
        <translation>打印 {number}</translation>
    </message>
    <message>
        <source>{number} was given to the printer.</source>
        <translation>{number} 已发送到打印机。</translation>
    </message>
</context>
<context>
    <name>ProcessAlerts</name>
    <message>
        <source>{number} (level “{level}”)</source>
        <translation>{number}（级别“{level}”）</translation>
    </message>
    <message>
        <source>{what} They never pass by themselves: give somebody the role, or enable an account. {which}</source>
        <translation>{what}它们不会自动通过：请把角色授予某人，或启用账户。{which}</translation>
    </message>
    <message>
        <source>What you changed before and did not save is here again.</source>
        <translation>您之前更改但未保存的内容已恢复。</translation>
    </message>
    <message>
        <source>{name} saved another version meanwhile. Yours is kept here; saved, it becomes the newest.</source>
        <translation>{name} 在此期间保存了另一个版本。您的更改保留在此；保存后将成为最新版本。</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>显示全部申请</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Setting up processes needs the server. What you change is kept here until you can save it.</source>
        <translation>设置流程需要连接服务器。您的更改会保留在此，直到可以保存。</translation>
    </message>
</context>
<context>
    <name>ProcessDialog</name>
    <message>
        <source>New process</source>
        <translation>配置流程</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Nothing is in force before its levels are saved and the process is enabled.</source>
        <translation>在保存各级并启用流程之前不会生效。</translation>
    </message>
    <message>
        <source>&amp;Ticket type</source>
        <translation>工单类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ProcessFacts</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Cloud ID</source>
        <translation>云上 ID</translation>
    </message>
    <message>
        <source>None: it is kept in this desk</source>
        <translation>无：保存在本工作台中</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Version {n} is used for new requests</source>
        <translation>新申请使用版本 {n}</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>所有域</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>所有项目</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>启用状态</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>未完成的申请</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>版本 {n}</translation>
    </message>
    <message>
        <source>{when}, {name}</source>
        <translation>{when}，{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) keep it</source>
        <translation>
            <numerusform>%n 个未完成的申请保留此版本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessFoot</name>
    <message>
        <source>The last change is on its way to the server.</source>
        <translation>上次更改正在发往服务器。</translation>
    </message>
    <message>
        <source>Saved, it is not in force before you enable it.</source>
        <translation>保存后需要启用才会生效。</translation>
    </message>
    <message>
        <source>No request is open, so nobody is in the middle of the chain.</source>
        <translation>没有未完成的申请，流程中没有人在等待。</translation>
    </message>
    <message>
        <source>Try on past requests…</source>
        <translation>用以往申请试算…</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save chain</source>
        <translation>保存流程</translation>
    </message>
</context>
<context>
    <name>ProcessHead</name>
    <message>
        <source>Disable…</source>
        <translation>禁用…</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>启用…</translation>
    </message>
    <message>
        <source>Changed {when} by {name}</source>
        <translation>{name} 于 {when} 更改</translation>
    </message>
    <message>
        <source>Approval chain</source>
        <translation>审批链</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Parts of the process</source>
        <translation>流程的各部分</translation>
    </message>
</context>
<context>
    <name>ProcessStateDialog</name>
    <message>
        <source>Enable “{kind}”</source>
        <translation>启用“{kind}”</translation>
    </message>
    <message>
        <source>Enable process</source>
        <translation>启用流程</translation>
    </message>
    <message>
        <source>Disable “{kind}”</source>
        <translation>禁用“{kind}”</translation>
    </message>
    <message>
        <source>Disable process</source>
        <translation>禁用流程</translation>
    </message>
    <message>
        <source>No request is open.</source>
        <translation>没有未完成的申请。</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) go on as they began.</source>
        <translation>
            <numerusform>%n 个未完成的申请按开始时的方式继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) go on through their levels and still have to pass them.</source>
        <translation>
            <numerusform>%n 个未完成的申请继续逐级审批，仍须通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Level “{level}”: {why}</source>
        <translation>级别“{level}”：{why}</translation>
    </message>
</context>
<context>
    <name>Processes</name>
    <message>
        <source>Someone requests a host</source>
        <translation>有人申请主机</translation>
    </message>
    <message>
        <source>Someone asks for other sizes of a host</source>
        <translation>有人申请调整主机配置</translation>
    </message>
    <message>
        <source>Someone asks for hosts to be deleted</source>
        <translation>有人申请删除主机</translation>
    </message>
    <message>
        <source>Someone wants to join a project</source>
        <translation>有人申请加入项目</translation>
    </message>
    <message>
        <source>Someone asks for another project quota</source>
        <translation>有人申请项目配额</translation>
    </message>
    <message>
        <source>Someone asks for another domain quota</source>
        <translation>有人申请域配额</translation>
    </message>
    <message>
        <source>Someone asks for technical support</source>
        <translation>有人申请技术支持</translation>
    </message>
    <message>
        <source>The host is created automatically</source>
        <translation>自动创建主机</translation>
    </message>
    <message>
        <source>The host is changed automatically</source>
        <translation>自动调整主机配置</translation>
    </message>
    <message>
        <source>The hosts are moved to the trash automatically</source>
        <translation>自动将主机移入回收站</translation>
    </message>
    <message>
        <source>The applicant becomes a member of the project</source>
        <translation>申请人成为项目成员</translation>
    </message>
    <message>
        <source>The project quota is changed automatically</source>
        <translation>自动调整项目配额</translation>
    </message>
    <message>
        <source>The domain quota is changed automatically</source>
        <translation>自动调整域配额</translation>
    </message>
    <message>
        <source>They handle the ticket until it is solved</source>
        <translation>由其处理工单直至解决</translation>
    </message>
    <message>
        <source>Whoever may create hosts creates them at once.</source>
        <translation>有权创建主机的人可直接创建。</translation>
    </message>
    <message>
        <source>Whoever may change hosts changes them at once.</source>
        <translation>有权调整主机的人可直接调整。</translation>
    </message>
    <message>
        <source>Whoever may delete hosts deletes them at once.</source>
        <translation>有权删除主机的人可直接删除。</translation>
    </message>
    <message>
        <source>Nobody can ask to join a project any more; administrators add members.</source>
        <translation>无法再申请加入项目；由管理员添加成员。</translation>
    </message>
    <message>
        <source>Whoever may change project quotas changes them at once; members can no longer ask for it.</source>
        <translation>有权更改项目配额的人可直接更改；成员无法再申请。</translation>
    </message>
    <message>
        <source>Whoever may change domain quotas changes them at once; others can no longer ask for it.</source>
        <translation>有权更改域配额的人可直接更改；其他人无法再申请。</translation>
    </message>
    <message>
        <source>Technical support can no longer be requested in this way.</source>
        <translation>无法再以这种方式申请技术支持。</translation>
    </message>
    <message>
        <source>From now on each request waits for its levels, also those of administrators, and runs after the last.</source>
        <translation>从现在起，每个申请（包括管理员的）都要逐级审批，最后一级通过后执行。</translation>
    </message>
    <message>
        <source>From now on the level decides who may handle such a ticket.</source>
        <translation>从现在起，由该级决定谁可以处理此类工单。</translation>
    </message>
    <message>
        <source>People with this role in the project the host belongs to</source>
        <translation>主机所属项目中拥有此角色的人</translation>
    </message>
    <message>
        <source>People with this role in the project whose quota it is</source>
        <translation>该配额所属项目中拥有此角色的人</translation>
    </message>
    <message>
        <source>People with this role in the project of whoever asks</source>
        <translation>申请人所在项目中拥有此角色的人</translation>
    </message>
    <message>
        <source>People with this role in the project&apos;s domain</source>
        <translation>项目所属域中拥有此角色的人</translation>
    </message>
    <message>
        <source>People with this role in the domain whose quota it is</source>
        <translation>该配额所属域中拥有此角色的人</translation>
    </message>
    <message>
        <source>People with this role in the applicant&apos;s domain</source>
        <translation>申请人所属域中拥有此角色的人</translation>
    </message>
    <message>
        <source>People with this role in the domain of whoever asks</source>
        <translation>提问者所属域中拥有此角色的人</translation>
    </message>
    <message>
        <source>People with this role anywhere</source>
        <translation>任何地方拥有此角色的人</translation>
    </message>
    <message>
        <source>Any one passes it</source>
        <translation>任意一人通过即可</translation>
    </message>
    <message>
        <source>All must pass it</source>
        <translation>须全部通过</translation>
    </message>
    <message>
        <source>So many must pass it</source>
        <translation>须若干人通过</translation>
    </message>
    <message>
        <source>So many percent must pass it</source>
        <translation>须一定百分比通过</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Nobody holds the role “{role}” any more.</source>
        <translation>已无人拥有角色“{role}”。</translation>
    </message>
    <message>
        <source>The account of {name} is disabled.</source>
        <translation>{name} 的账户已禁用。</translation>
    </message>
    <message>
        <source>These accounts are disabled: {names}.</source>
        <translation>这些账户已禁用：{names}。</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>没有符合的人。</translation>
    </message>
    <message>
        <source>{why} Requests would stop here.</source>
        <translation>{why}申请会停在这一级。</translation>
    </message>
    <message>
        <source>{whom} · {match}</source>
        <translation>{whom} · {match}</translation>
    </message>
    <message>
        <source>{role} ({scope})</source>
        <translation>{role}（{scope}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nobody set one up yet</source>
        <translation>尚未设置</translation>
    </message>
</context>
<context>
    <name>ProcessesPane</name>
    <message>
        <source>Process setup</source>
        <translation>流程设置</translation>
    </message>
    <message>
        <source>New process</source>
        <translation>配置流程</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Every kind has its process already. Choose one to change it.</source>
        <translation>每种类型都已有流程。请选择一个进行更改。</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Not assigned yet</source>
        <translation>尚未分配</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Other IDs</source>
        <translation>其他编号</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>发送人</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>代提交人</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他人员</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>提交渠道</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>业务 ID</translation>
    </message>
    <message>
        <source>Business IP</source>
        <translation>业务 IP</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>业务类型</translation>
    </message>
</context>
<context>
    <name>PropertiesPane</name>
    <message>
        <source>Requester</source>
        <translation>提交人</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>共享链接</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>引用</translation>
    </message>
</context>
<context>
    <name>QuotaPage</name>
    <message>
        <source>Data disks count as disk. Hosts in the trash take nothing.</source>
        <translation>数据盘计入磁盘；回收站中的主机不占用。</translation>
    </message>
    <message>
        <source>Nobody has set a quota here, so nothing limits what is asked for.</source>
        <translation>这里没有设置配额，因此申请不受限制。</translation>
    </message>
</context>
<context>
    <name>ReasonPills</name>
    <message>
        <source>Incomplete</source>
        <translation>信息不全</translation>
    </message>
    <message>
        <source>Over quota</source>
        <translation>超出配额</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Wrong project</source>
        <translation>项目有误</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>It is not there, or not for you to see.</source>
        <translation>不存在，或您无权查看。</translation>
    </message>
    <message>
        <source>Your role does not include this.</source>
        <translation>您的角色无此权限。</translation>
    </message>
    <message>
        <source>This account is disabled. An administrator can enable it.</source>
        <translation>此账号已停用，管理员可以启用。</translation>
    </message>
    <message>
        <source>The ticket is closed. Start a new ticket from it instead.</source>
        <translation>工单已关闭。请据此新建工单。</translation>
    </message>
    <message>
        <source>The ticket was cancelled. Start a new ticket from it instead.</source>
        <translation>工单已取消。请据此新建工单。</translation>
    </message>
    <message>
        <source>The ticket&apos;s status does not allow this now.</source>
        <translation>工单当前状态不允许此操作。</translation>
    </message>
    <message>
        <source>Handle the ticket first.</source>
        <translation>请先处理此工单。</translation>
    </message>
    <message>
        <source>Somebody else handles this ticket.</source>
        <translation>此工单由他人处理。</translation>
    </message>
    <message>
        <source>This person already handles the ticket.</source>
        <translation>此人已在处理该工单。</translation>
    </message>
    <message>
        <source>The ticket did not come by e-mail, so there is no thread to answer in.</source>
        <translation>此工单不是通过邮件提交的，没有可回复的邮件会话。</translation>
    </message>
    <message>
        <source>The ticket&apos;s handler is available and keeps it.</source>
        <translation>该工单的处理人在岗，继续由其处理。</translation>
    </message>
    <message>
        <source>Tickets of this type need no form.</source>
        <translation>此类工单无需表单。</translation>
    </message>
    <message>
        <source>Feedback was already given, and it is given once.</source>
        <translation>已评价过，只能评价一次。</translation>
    </message>
    <message>
        <source>This source does not ask for a rating here.</source>
        <translation>此来源不在此处评分。</translation>
    </message>
    <message>
        <source>Feedback is possible when the ticket is closed.</source>
        <translation>工单关闭后方可评价。</translation>
    </message>
    <message>
        <source>Possible when the ticket is closed or cancelled.</source>
        <translation>工单关闭或取消后方可操作。</translation>
    </message>
    <message>
        <source>It is there already; nothing was done twice.</source>
        <translation>已存在，未重复执行。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>Write a comment.</source>
        <translation>请填写评论。</translation>
    </message>
    <message>
        <source>Choose a rating from 1 to 5.</source>
        <translation>请选择 1 到 5 分。</translation>
    </message>
    <message>
        <source>Choose to whom the ticket is forwarded.</source>
        <translation>请选择转发对象。</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>请先输入内容。</translation>
    </message>
    <message>
        <source>Give the ticket a title.</source>
        <translation>请填写工单标题。</translation>
    </message>
    <message>
        <source>Describe the problem.</source>
        <translation>请描述问题。</translation>
    </message>
    <message>
        <source>Choose a type.</source>
        <translation>请选择类型。</translation>
    </message>
    <message>
        <source>Choose a service.</source>
        <translation>请选择服务。</translation>
    </message>
    <message>
        <source>Accept the agreement first.</source>
        <translation>请先同意协议。</translation>
    </message>
    <message>
        <source>Say how you can be reached.</source>
        <translation>请填写联系方式。</translation>
    </message>
    <message>
        <source>Choose a priority.</source>
        <translation>请选择优先级。</translation>
    </message>
    <message>
        <source>Hours are given only with a mobile number.</source>
        <translation>仅填写手机号时可指定联系时间。</translation>
    </message>
    <message>
        <source>Attach the completed form “{form}”.</source>
        <translation>请上传填写完整的表单“{form}”。</translation>
    </message>
    <message>
        <source>Tickets of the type “{type}” need a code sent by e-mail, and this desk sends none. Choose another type or ask the administrator.</source>
        <translation>“{type}”类工单需要邮件验证码，而此工作台不发送验证码。请选择其他类型或联系管理员。</translation>
    </message>
    <message>
        <source>The type “{name}” is no longer offered.</source>
        <translation>类型“{name}”已停用。</translation>
    </message>
    <message>
        <source>The service “{name}” is no longer offered.</source>
        <translation>服务“{name}”已停用。</translation>
    </message>
    <message>
        <source>“{source}” takes no new tickets.</source>
        <translation>“{source}”不再接收新工单。</translation>
    </message>
    <message>
        <source>{name} does not handle tickets of this source.</source>
        <translation>{name} 不处理此来源的工单。</translation>
    </message>
    <message>
        <source>“{name}” belongs to another source.</source>
        <translation>“{name}”属于其他来源。</translation>
    </message>
    <message>
        <source>{name} already takes part.</source>
        <translation>{name} 已是参与人。</translation>
    </message>
    <message>
        <source>This person does not take part in the ticket.</source>
        <translation>此人不是该工单的参与人。</translation>
    </message>
    <message>
        <source>A shared link starts with http:// or https://.</source>
        <translation>共享链接须以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>At most {limit} files go with one message.</source>
        <translation>每条消息最多 {limit} 个文件。</translation>
    </message>
    <message>
        <source>“{name}” is {size}; a file may have at most {limit}.</source>
        <translation>“{name}”大小为 {size}，单个文件最大 {limit}。</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}”是空文件。</translation>
    </message>
    <message>
        <source>Files like “{name}” are not allowed here. Allowed are {allowed}.</source>
        <translation>不允许“{name}”这类文件。允许的类型：{allowed}。</translation>
    </message>
    <message>
        <source>“{name}” is not what its name says: its content is {media_type}.</source>
        <translation>“{name}”与其扩展名不符：实际内容为 {media_type}。</translation>
    </message>
    <message>
        <source>“{name}” unpacks to too much, or holds archives or links. Attach its files one by one.</source>
        <translation>“{name}”解压后过大，或包含压缩包或链接。请逐个添加其中的文件。</translation>
    </message>
    <message>
        <source>The server&apos;s virus scanner found something in “{name}”. It was not taken.</source>
        <translation>服务器的病毒扫描程序在“{name}”中发现了问题，文件未被接收。</translation>
    </message>
    <message>
        <source>“{name}” is damaged on this computer. Attach it again.</source>
        <translation>“{name}”在这台电脑上已损坏，请重新添加。</translation>
    </message>
    <message>
        <source>“{name}” is not on this computer any more. Attach it again.</source>
        <translation>“{name}”已不在本机，请重新附加。</translation>
    </message>
    <message>
        <source>This message is already on the desk.</source>
        <translation>此消息已在工作台中。</translation>
    </message>
    <message>
        <source>The letter is larger than {limit}.</source>
        <translation>邮件超过 {limit}。</translation>
    </message>
    <message>
        <source>The scheme has a mistake in line {line}: {reason}.</source>
        <translation>流程方案第 {line} 行有误：{reason}。</translation>
    </message>
    <message>
        <source>Tickets are in the status “{state}”, so the scheme must keep it.</source>
        <translation>有工单处于“{state}”状态，流程方案必须保留该状态。</translation>
    </message>
    <message>
        <source>There is no scheme “{scheme}” on this desk.</source>
        <translation>此工作台没有流程方案“{scheme}”。</translation>
    </message>
    <message>
        <source>There is already a category of this type: “{name}”.</source>
        <translation>此类型已有分类：“{name}”。</translation>
    </message>
    <message>
        <source>Ordinary categories are not handed upstream.</source>
        <translation>普通类型工单不可转移到上级。</translation>
    </message>
    <message>
        <source>The name “{name}” is taken.</source>
        <translation>名称“{name}”已被使用。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>The desk needs at least one administrator.</source>
        <translation>工作台至少需要一名管理员。</translation>
    </message>
    <message>
        <source>This role is given for: {scopes}.</source>
        <translation>此角色适用范围：{scopes}。</translation>
    </message>
    <message>
        <source>This version does not know “{name}”.</source>
        <translation>此版本不支持“{name}”。</translation>
    </message>
    <message>
        <source>It is not due yet.</source>
        <translation>尚未到期。</translation>
    </message>
    <message>
        <source>This works only while connected to the server.</source>
        <translation>仅在连接服务器时可用。</translation>
    </message>
    <message>
        <source>The customer has written since: read it first.</source>
        <translation>客户之后又有新消息：请先阅读。</translation>
    </message>
    <message>
        <source>The server has already judged something else under this mark.</source>
        <translation>服务器已用此标识处理过其他内容。</translation>
    </message>
    <message>
        <source>This ticket holds as much as one can. Go on in a new one that follows it.</source>
        <translation>此工单的内容已达上限。请在后续的新工单中继续。</translation>
    </message>
    <message>
        <source>This waited for more than 180 days: send it again if it still holds.</source>
        <translation>此操作已等待超过 180 天：如仍需要，请重新发送。</translation>
    </message>
    <message>
        <source>“{field}” is missing.</source>
        <translation>缺少“{field}”。</translation>
    </message>
    <message>
        <source>“{field}” is too long: at most {limit}.</source>
        <translation>“{field}”过长：最多 {limit}。</translation>
    </message>
    <message>
        <source>“{field}” is out of range: at most {limit}.</source>
        <translation>“{field}”超出范围：最大 {limit}。</translation>
    </message>
    <message>
        <source>“{field}” holds characters that are no text.</source>
        <translation>“{field}”包含非文本字符。</translation>
    </message>
    <message>
        <source>“{field}” does not have the form it needs.</source>
        <translation>“{field}”格式不正确。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>联系时间</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟数</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>提交人</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>System disk</source>
        <translation>系统盘</translation>
    </message>
    <message>
        <source>Data disk</source>
        <translation>数据盘</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>{name} has already passed this level.</source>
        <translation>{name} 已通过此级审批。</translation>
    </message>
    <message>
        <source>{name} has already rejected this request.</source>
        <translation>{name} 已驳回该申请。</translation>
    </message>
    <message>
        <source>The rules of the desk do not allow this ({code}).</source>
        <translation>工作台规则不允许此操作（{code}）。</translation>
    </message>
    <message>
        <source>“{name}” could run as a program. Programs are not allowed here.</source>
        <translation>“{name}”可能会作为程序运行。此处不允许程序。</translation>
    </message>
    <message>
        <source>This has already been decided.</source>
        <translation>此事已有决定。</translation>
    </message>
    <message>
        <source>The request was withdrawn by its applicant.</source>
        <translation>申请人已撤销该申请。</translation>
    </message>
    <message>
        <source>The levels of this request have not been read from the server yet. Try again in a moment.</source>
        <translation>尚未从服务器读到此申请的各级审批，请稍后再试。</translation>
    </message>
    <message>
        <source>This level is not open yet; the one before it must pass first.</source>
        <translation>此级审批尚未开始，须先通过上一级。</translation>
    </message>
    <message>
        <source>You do not decide this level.</source>
        <translation>您不是此级的审批人。</translation>
    </message>
    <message>
        <source>Nobody decides their own request here.</source>
        <translation>此处不能审批自己的申请。</translation>
    </message>
    <message>
        <source>The operation is running. Wait until it ends.</source>
        <translation>操作正在执行，请等待其结束。</translation>
    </message>
    <message>
        <source>The request has not passed all levels yet.</source>
        <translation>该申请尚未通过全部审批。</translation>
    </message>
    <message>
        <source>There are no requests of this kind. File a ticket instead.</source>
        <translation>没有此类申请，请提交工单。</translation>
    </message>
    <message>
        <source>Nobody is set up to approve this, so it cannot be requested now.</source>
        <translation>此类审批流程未启用，目前不能申请。</translation>
    </message>
    <message>
        <source>Your role does not include this. An administrator can do it.</source>
        <translation>您的角色无此权限，可请管理员操作。</translation>
    </message>
    <message>
        <source>You are not a member of this project. Apply to join it first.</source>
        <translation>您不是该项目的成员，请先申请加入。</translation>
    </message>
    <message>
        <source>Choose a project.</source>
        <translation>请选择项目。</translation>
    </message>
    <message>
        <source>Choose a domain.</source>
        <translation>请选择域。</translation>
    </message>
    <message>
        <source>Choose a role.</source>
        <translation>请选择角色。</translation>
    </message>
    <message>
        <source>Choose at least one host.</source>
        <translation>请至少选择一台主机。</translation>
    </message>
    <message>
        <source>Say how many vCPUs.</source>
        <translation>请填写 vCPU 数量。</translation>
    </message>
    <message>
        <source>Say how much memory.</source>
        <translation>请填写内存大小。</translation>
    </message>
    <message>
        <source>Give at least one size.</source>
        <translation>请至少填写一项规格。</translation>
    </message>
    <message>
        <source>This project is not of the applicant&apos;s domain. Choose another one.</source>
        <translation>该项目不属于申请人所在的域，请另选。</translation>
    </message>
    <message>
        <source>The host “{name}” is in the trash. Restore it first.</source>
        <translation>主机“{name}”在回收站中，请先恢复。</translation>
    </message>
    <message>
        <source>“{name}” is not in the trash.</source>
        <translation>“{name}”不在回收站中。</translation>
    </message>
    <message>
        <source>A host is named twice.</source>
        <translation>同一主机选择了两次。</translation>
    </message>
    <message>
        <source>The hosts belong to several projects. Make one request for each.</source>
        <translation>这些主机属于多个项目，请分别申请。</translation>
    </message>
    <message>
        <source>The quota does not allow this ({size}). Ask for a larger quota, or for less.</source>
        <translation>超出配额（{size}），请申请更大的配额或减少用量。</translation>
    </message>
    <message>
        <source>More is in use already than this quota allows ({size}).</source>
        <translation>已用量超过此配额（{size}）。</translation>
    </message>
    <message>
        <source>Whoever carries it out gave no reason. Try again; if it fails once more, ask an administrator.</source>
        <translation>执行方没有说明原因。请重试；若再次失败，请联系管理员。</translation>
    </message>
    <message>
        <source>Whoever carries it out did not answer in time. Nothing is lost: try again later.</source>
        <translation>执行方没有及时答复。没有任何内容丢失，请稍后重试。</translation>
    </message>
    <message>
        <source>Add at least one level.</source>
        <translation>请至少添加一级审批。</translation>
    </message>
    <message>
        <source>At most {most} levels are possible here.</source>
        <translation>此处最多 {most} 级审批。</translation>
    </message>
    <message>
        <source>Choose a role or a person for the level “{name}”.</source>
        <translation>请为“{name}”级选择角色或人员。</translation>
    </message>
    <message>
        <source>This kind of request has no approvers of that range.</source>
        <translation>此类申请不支持该审批范围。</translation>
    </message>
    <message>
        <source>Say how many must pass the level “{name}”.</source>
        <translation>请填写“{name}”级须通过的人数或比例。</translation>
    </message>
    <message>
        <source>There is already a process for this kind. Change that one.</source>
        <translation>此类流程已存在，请修改现有流程。</translation>
    </message>
    <message>
        <source>The process is for another kind of request.</source>
        <translation>该流程用于其他类型的申请。</translation>
    </message>
    <message>
        <source>Choose somebody else.</source>
        <translation>请选择其他人。</translation>
    </message>
    <message>
        <source>The end must lie after the beginning, and in the future.</source>
        <translation>结束时间须晚于开始时间且在将来。</translation>
    </message>
    <message>
        <source>The quota does not allow this. Ask for a larger quota, or for less.</source>
        <translation>配额不允许。请申请更大的配额，或减少申请量。</translation>
    </message>
    <message>
        <source>More is in use already than this quota allows.</source>
        <translation>已使用量超过该配额。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
</context>
<context>
    <name>RejectDialog</name>
    <message>
        <source>Reject “{name}”?</source>
        <translation>驳回“{name}”？</translation>
    </message>
    <message>
        <source>Reject request</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>&amp;Comment (required)</source>
        <translation>意见（必填）(&amp;C)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>{name} and the approvers before you see this text.</source>
        <translation>{name} 和您之前的审批人能看到此内容。</translation>
    </message>
</context>
<context>
    <name>RejectSeveralDialog</name>
    <message numerus="yes">
        <source>Reject %n requests?</source>
        <translation>
            <numerusform>驳回 %n 个申请？</numerusform>
        </translation>
    </message>
    <message>
        <source>Reject requests</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>&amp;Comment (required)</source>
        <translation>意见（必填）(&amp;C)</translation>
    </message>
    <message>
        <source>Everybody who asked sees it.</source>
        <translation>所有申请人都能看到。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Rejections</name>
    <message>
        <source>This is not valid JSON: {reason}.</source>
        <translation>不是有效的 JSON：{reason}。</translation>
    </message>
    <message>
        <source>The quoting of this row is broken.</source>
        <translation>此行的引号有误。</translation>
    </message>
    <message>
        <source>A time is not ISO 8601: {column}.</source>
        <translation>时间不符合 ISO 8601：{column}。</translation>
    </message>
    <message>
        <source>A value does not fit: {column}.</source>
        <translation>值不符合要求：{column}。</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>无法读取文件：{reason}。</translation>
    </message>
    <message>
        <source>The cell “{column}” is larger than {limit}.</source>
        <translation>单元格“{column}”超过 {limit}。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The columns subject, requester and body are required; missing: {columns}.</source>
        <translation>必须包含 subject、requester 和 body 列；缺少：{columns}。</translation>
    </message>
    <message>
        <source>A required value is missing: {column}.</source>
        <translation>缺少必填值：{column}。</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>文件没有数据行。</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>这不是文件。</translation>
    </message>
    <message>
        <source>This is not a ticket object.</source>
        <translation>这不是工单对象。</translation>
    </message>
    <message>
        <source>The row has more cells than there are columns.</source>
        <translation>此行的单元格多于列数。</translation>
    </message>
    <message>
        <source>It is larger than {limit}.</source>
        <translation>超过 {limit}。</translation>
    </message>
</context>
<context>
    <name>RemovableWords</name>
    <message>
        <source>Remove {name}</source>
        <translation>移除“{name}”</translation>
    </message>
</context>
<context>
    <name>RequestCameBack</name>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Show in Outbox</source>
        <translation>在发件箱中查看</translation>
    </message>
    <message>
        <source>{title}: {reason}</source>
        <translation>{title}：{reason}</translation>
    </message>
    <message>
        <source>{told} You wrote: “{text}”</source>
        <translation>{told} 您写道：“{text}”</translation>
    </message>
</context>
<context>
    <name>RequestFaces</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation>编号或标题</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>申请范围</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>RequestFilterBar</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More filters…</source>
        <translation>更多筛选…</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>存为视图…</translation>
    </message>
</context>
<context>
    <name>RequestHeader</name>
    <message>
        <source>requested by {name} · {time}</source>
        <translation>申请人 {name} · {time}</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Show or hide properties</source>
        <translation>显示或隐藏属性</translation>
    </message>
    <message>
        <source>{number} copied</source>
        <translation>已复制 {number}</translation>
    </message>
</context>
<context>
    <name>RequestPane</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>No request selected</source>
        <translation>未选择申请</translation>
    </message>
    <message>
        <source>Pick one on the left, or press Ctrl+K to find anything.</source>
        <translation>请在左侧选择，或按 Ctrl+K 搜索。</translation>
    </message>
    <message>
        <source>It could not be carried out. {reason}</source>
        <translation>未能执行。{reason}</translation>
    </message>
    <message>
        <source>Too few people can decide this level, so it waits and never passes by itself.</source>
        <translation>可审批此级的人不足，因此一直等待，不会自动通过。</translation>
    </message>
    <message>
        <source>Ask an administrator: {names}.</source>
        <translation>请联系管理员：{names}。</translation>
    </message>
</context>
<context>
    <name>RequestProperties</name>
    <message>
        <source>Requester</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Approvers at this level</source>
        <translation>此级审批人</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级数</translation>
    </message>
    <message>
        <source>None: it ran at once</source>
        <translation>无：已直接执行</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>{name} asked for it</source>
        <translation>{name} 提交了申请</translation>
    </message>
    <message>
        <source>{name} handed it on to {whom}</source>
        <translation>{name}转审给了{whom}</translation>
    </message>
    <message>
        <source>{name} changed it: {what}</source>
        <translation>{name} 已修改：{what}</translation>
    </message>
    <message>
        <source>{name} withdrew it</source>
        <translation>{name} 撤销了申请</translation>
    </message>
    <message>
        <source>It was carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Carrying it out failed</source>
        <translation>执行失败</translation>
    </message>
    <message>
        <source>{name} passed level {n}</source>
        <translation>{name} 通过了第 {n} 级</translation>
    </message>
    <message>
        <source>{name} rejected level {n}</source>
        <translation>{name} 驳回了第 {n} 级</translation>
    </message>
</context>
<context>
    <name>RequestWindow</name>
    <message>
        <source>{number} {title}</source>
        <translation>{number} {title}</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Host application</source>
        <translation>主机申请</translation>
    </message>
    <message>
        <source>Host adjustment</source>
        <translation>调整主机配置</translation>
    </message>
    <message>
        <source>Host delete</source>
        <translation>删除主机</translation>
    </message>
    <message>
        <source>Join project</source>
        <translation>加入项目</translation>
    </message>
    <message>
        <source>Project quota</source>
        <translation>项目配额</translation>
    </message>
    <message>
        <source>Domain quota</source>
        <translation>域配额</translation>
    </message>
    <message>
        <source>Technical support</source>
        <translation>技术支持</translation>
    </message>
    <message>
        <source>To be submitted</source>
        <translation>待提交</translation>
    </message>
    <message>
        <source>In approval</source>
        <translation>审批中</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已阻塞</translation>
    </message>
    <message>
        <source>Being carried out</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑者</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Project owner</source>
        <translation>项目负责人</translation>
    </message>
    <message>
        <source>Project admin</source>
        <translation>项目管理员</translation>
    </message>
    <message>
        <source>Domain admin</source>
        <translation>域管理员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>This uses {percent} % of the project&apos;s vCPU quota ({after} of {limit}).</source>
        <translation>将占用项目 vCPU 配额的 {percent}%（{after} / {limit}）。</translation>
    </message>
    <message>
        <source>This uses {percent} % of the project&apos;s memory quota ({after} of {limit} GiB).</source>
        <translation>将占用项目内存配额的 {percent}%（{after} / {limit} GiB）。</translation>
    </message>
    <message>
        <source>This uses {percent} % of the project&apos;s disk quota ({after} of {limit} GiB).</source>
        <translation>将占用项目磁盘配额的 {percent}%（{after} / {limit} GiB）。</translation>
    </message>
    <message>
        <source>This uses {percent} % of the domain&apos;s vCPU quota ({after} of {limit}).</source>
        <translation>将占用域 vCPU 配额的 {percent}%（{after} / {limit}）。</translation>
    </message>
    <message>
        <source>This uses {percent} % of the domain&apos;s memory quota ({after} of {limit} GiB).</source>
        <translation>将占用域内存配额的 {percent}%（{after} / {limit} GiB）。</translation>
    </message>
    <message>
        <source>This uses {percent} % of the domain&apos;s disk quota ({after} of {limit} GiB).</source>
        <translation>将占用域磁盘配额的 {percent}%（{after} / {limit} GiB）。</translation>
    </message>
    <message>
        <source>{sentence} It cannot be carried out unless the quota grows.</source>
        <translation>{sentence}配额不增加则无法执行。</translation>
    </message>
    <message>
        <source>{n} vCPU</source>
        <translation>{n} vCPU</translation>
    </message>
    <message>
        <source>{n} GiB memory</source>
        <translation>内存 {n} GiB</translation>
    </message>
    <message>
        <source>{n} GiB disk</source>
        <translation>磁盘 {n} GiB</translation>
    </message>
    <message>
        <source>{n} GiB data disk</source>
        <translation>数据盘 {n} GiB</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{kind} · {what}</source>
        <translation>{kind} · {what}</translation>
    </message>
    <message>
        <source>Level {n} / {of}</source>
        <translation>第 {n} / {of} 级</translation>
    </message>
    <message>
        <source>{n} / {of} · {level}</source>
        <translation>{n} / {of} · {level}</translation>
    </message>
    <message>
        <source>{project} / {domain}</source>
        <translation>{project} / {domain}</translation>
    </message>
    <message>
        <source>{used} of {limit} in use</source>
        <translation>已用 {used}，共 {limit}</translation>
    </message>
    <message>
        <source>{used} in use, no limit</source>
        <translation>已用 {used}，无上限</translation>
    </message>
    <message>
        <source>The approver chooses</source>
        <translation>由审批人选择</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>New size</source>
        <translation>新规格</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新上限</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Project / domain</source>
        <translation>项目 / 域</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Number of hosts</source>
        <translation>主机数量</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{name}: {change}</source>
        <translation>{name}：{change}</translation>
    </message>
</context>
<context>
    <name>RequestsPane</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for your decision</source>
        <translation>
            <numerusform>%n 个等待您审批</numerusform>
        </translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>没有符合条件的申请</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>没有等待您审批的申请</translation>
    </message>
    <message>
        <source>New requests appear here.</source>
        <translation>新的申请会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n 个申请</numerusform>
        </translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>无法读取列表。</translation>
    </message>
    <message>
        <source>No requests here</source>
        <translation>这里没有申请</translation>
    </message>
    <message>
        <source>File › New request asks for something.</source>
        <translation>通过“文件 › 新建申请”提交申请。</translation>
    </message>
</context>
<context>
    <name>ResourceRequestDialog</name>
    <message>
        <source>Whoever decides reads it.</source>
        <translation>审批人会看到。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>New request: {kind}</source>
        <translation>新建申请：{kind}</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Change request: {kind}</source>
        <translation>修改申请：{kind}</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>The first level is asked again about what you wish now.</source>
        <translation>将就新的内容重新征求第一级审批。</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) decide, then it is carried out by itself.</source>
        <translation>
            <numerusform>经 %n 级审批后自动执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has to approve this: it is carried out at once.</source>
        <translation>无须审批，立即执行。</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>D&amp;omain</source>
        <translation>域(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>How man&amp;y</source>
        <translation>数量(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Hosts</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>New vCPU limit</source>
        <translation>新 vCPU 上限</translation>
    </message>
    <message>
        <source>New memory limit, GiB</source>
        <translation>新内存上限，GiB</translation>
    </message>
    <message>
        <source>&amp;vCPU</source>
        <translation>vCPU(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Memory, GiB</source>
        <translation>内存，GiB(&amp;M)</translation>
    </message>
    <message>
        <source>System &amp;disk, GiB</source>
        <translation>系统盘，GiB(&amp;D)</translation>
    </message>
    <message>
        <source>New disk limit, GiB</source>
        <translation>新磁盘上限，GiB</translation>
    </message>
    <message>
        <source>D&amp;ata disk, GiB</source>
        <translation>数据盘，GiB(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>Ne&amp;twork</source>
        <translation>网络(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Billing</source>
        <translation>计费(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>截止日期(&amp;U)</translation>
    </message>
    <message>
        <source>Such as 2027-12-31; empty for no end.</source>
        <translation>例如 2027-12-31；留空表示无截止日期。</translation>
    </message>
    <message>
        <source>Space ticks a host; at most {most} in one request.</source>
        <translation>按空格勾选主机；一次申请最多 {most} 台。</translation>
    </message>
    <message>
        <source>What stays empty stays as it is.</source>
        <translation>留空则保持不变。</translation>
    </message>
    <message>
        <source>Let the approver choose</source>
        <translation>由审批人选择</translation>
    </message>
    <message>
        <source>There is no host in your projects.</source>
        <translation>您的项目中没有主机。</translation>
    </message>
</context>
<context>
    <name>Resources</name>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>No quota</source>
        <translation>无配额</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>已用 {percent}%</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} / {limit}</translation>
    </message>
    <message>
        <source>{used} of {limit} GiB</source>
        <translation>{used} / {limit} GiB</translation>
    </message>
    <message>
        <source>{used}, no limit</source>
        <translation>{used}，不限</translation>
    </message>
    <message>
        <source>{used} GiB, no limit</source>
        <translation>{used} GiB，不限</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>Project of {domain}</source>
        <translation>{domain} 的项目</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ReturnIncompleteDialog</name>
    <message>
        <source>Return {number} as incomplete</source>
        <translation>退回 {number} 要求补充</translation>
    </message>
    <message>
        <source>Return ticket</source>
        <translation>退回工单</translation>
    </message>
    <message>
        <source>For example: the seal is missing on page 2</source>
        <translation>例如：第 2 页缺少公章</translation>
    </message>
    <message>
        <source>What is &amp;missing</source>
        <translation>缺少什么(&amp;M)</translation>
    </message>
    <message>
        <source>The requester reads this.</source>
        <translation>提交人会看到此内容。</translation>
    </message>
    <message>
        <source>The ticket stays as it is and asks its requester for the form again.</source>
        <translation>工单状态不变，并再次要求提交人提供表单。</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Who must pass</source>
        <translation>谁须通过</translation>
    </message>
    <message>
        <source>How many must pass</source>
        <translation>须多少人通过</translation>
    </message>
    <message>
        <source>May be handed on</source>
        <translation>允许转单</translation>
    </message>
    <message>
        <source>Reminded after so many hours:</source>
        <translation>多少小时后提醒：</translation>
    </message>
    <message>
        <source>Hours until approvers are reminded; empty: never</source>
        <translation>多少小时后提醒审批人；留空：从不</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>after twice as many also ask:</source>
        <translation>两倍时间后还要询问：</translation>
    </message>
    <message>
        <source>Who is asked when it is overdue</source>
        <translation>逾期时询问谁</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>无其他人</translation>
    </message>
</context>
<context>
    <name>SaveAttachmentDialog</name>
    <message>
        <source>Save an attachment</source>
        <translation>保存附件</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>{name} ({size})</source>
        <translation>{name}（{size}）</translation>
    </message>
    <message>
        <source>&amp;Attachments of this ticket</source>
        <translation>此工单的附件(&amp;A)</translation>
    </message>
</context>
<context>
    <name>SavedViewDialog</name>
    <message>
        <source>Change “{name}”</source>
        <translation>更改“{name}”</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation>图标(&amp;I)</translation>
    </message>
    <message>
        <source>It keeps the queue and its filters; the tickets in it change as they do.</source>
        <translation>视图保存队列及其筛选条件，其中的工单随之更新。</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗帜</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星形</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SentForm</name>
    <message>
        <source>A file is still being added.</source>
        <translation>仍有文件正在添加。</translation>
    </message>
    <message>
        <source>Submit anyway</source>
        <translation>仍然提交</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message numerus="yes">
        <source>You, or %n others</source>
        <translation>
            <numerusform>您或其他 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, or %n more</source>
        <translation>
            <numerusform>{name} 或另外 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of %n people</source>
        <translation>
            <numerusform>%n 人之一</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After you pass, %n more must pass this level.</source>
        <translation>
            <numerusform>您通过后，此级还须 %n 人通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your decision counts. %n more must pass this level.</source>
        <translation>
            <numerusform>您的决定已计入。此级还须 %n 人通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {least} passed</source>
        <translation>
            <numerusform>{least} 人中已有 %n 人通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {of} must pass it.</source>
        <translation>
            <numerusform>须 {of} 人中 %n 人通过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralRequests</name>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>已选择 %n 个申请</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused and still selected</source>
        <translation>
            <numerusform>%n 个被拒绝，仍保持选中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n 个成功</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralTold</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be decided by you now and are left out.</source>
        <translation>
            <numerusform>其中 %n 个您现在不能审批，将跳过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareLinkDialog</name>
    <message>
        <source>Share a link on {number}</source>
        <translation>在 {number} 中分享链接</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>分享链接</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>Without a title the address is shown.</source>
        <translation>不填标题则显示地址。</translation>
    </message>
    <message>
        <source>Everybody on the ticket sees it.</source>
        <translation>工单的所有参与人都能看到。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>No action is called like that.</source>
        <translation>没有匹配的操作。</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>At {server}. What you did meanwhile is kept.</source>
        <translation>服务器：{server}。您在此期间所做的一切都已保留。</translation>
    </message>
    <message>
        <source>E-mail or &amp;user name</source>
        <translation>电子邮件或用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>要退出登录吗？</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Your tickets and drafts stay on this computer for when you sign in again.</source>
        <translation>您的工单和草稿会留在此电脑上，供您再次登录时使用。</translation>
    </message>
</context>
<context>
    <name>Simulation</name>
    <message>
        <source>{n}. {level}: {who}</source>
        <translation>{n}. {level}：{who}</translation>
    </message>
    <message>
        <source>nobody – it would stop here</source>
        <translation>无人——会停在这一级</translation>
    </message>
    <message>
        <source>too few ({names}) – it would stop here</source>
        <translation>人数不足（{names}）——会停在这一级</translation>
    </message>
    <message>
        <source>{name} passed it on {date}</source>
        <translation>{name} 于 {date} 通过</translation>
    </message>
    <message>
        <source>{name} rejected it on {date}</source>
        <translation>{name} 于 {date} 拒绝</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>未审批</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>SimulationDialog</name>
    <message>
        <source>Try “{kind}” on past requests</source>
        <translation>用以往申请试算“{kind}”</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Nothing is changed. Roles are taken as they are today.</source>
        <translation>不会更改任何内容。角色以今天为准。</translation>
    </message>
    <message>
        <source>Looking for requests…</source>
        <translation>正在查找申请…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Past requests</source>
        <translation>以往申请</translation>
    </message>
    <message>
        <source>There is no request of this kind yet that had levels.</source>
        <translation>还没有经过审批的此类申请。</translation>
    </message>
    <message>
        <source>{done} of {all} requests tried…</source>
        <translation>已试算 {done} / {all} 个申请…</translation>
    </message>
    <message>
        <source>Stopped. {told}</source>
        <translation>已停止。{told}</translation>
    </message>
    <message>
        <source>It could not be tried. Close this and try again.</source>
        <translation>无法试算。请关闭后重试。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>The changed process would ask</source>
        <translation>更改后的流程会询问</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>实际情况</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
    <message>
        <source>{stars} of {most}</source>
        <translation>{stars}/{most}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {n} of {all}: {steps}</source>
        <translation>第 {n} 步，共 {all} 步：{steps}</translation>
    </message>
</context>
<context>
    <name>SwitchDeskDialog</name>
    <message>
        <source>Go to another desk</source>
        <translation>切换到其他工作台</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Desks on this computer</source>
        <translation>此计算机上的工作台</translation>
    </message>
    <message>
        <source>&amp;Desks on this computer</source>
        <translation>此计算机上的工作台(&amp;D)</translation>
    </message>
    <message>
        <source>What waits here stays here, and is sent when you are back.</source>
        <translation>此处等待发送的内容会保留，待您返回后再发送。</translation>
    </message>
    <message>
        <source>There is no other one. Connect to a server, and a desk for that is made.</source>
        <translation>没有其他工作台。连接到服务器后会为其创建一个。</translation>
    </message>
    <message>
        <source>{desk}, on this computer only</source>
        <translation>{desk}，仅在此计算机上</translation>
    </message>
    <message>
        <source>{desk}, {person} at {server}</source>
        <translation>{desk}，{person} @ {server}</translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>All changes saved</source>
        <translation>更改均已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) can be undone</source>
        <translation>
            <numerusform>%n 项更改可撤销</numerusform>
        </translation>
    </message>
    <message>
        <source>{work} {percent} %</source>
        <translation>{work} {percent}%</translation>
    </message>
    <message>
        <source>{place}. {changes}</source>
        <translation>{place}。{changes}</translation>
    </message>
</context>
<context>
    <name>SystemLine</name>
    <message>
        <source>Staff only</source>
        <translation>仅客服可见</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags of {number}</source>
        <translation>{number} 的标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>%n 张工单的标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Save tags</source>
        <translation>保存标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Enter or a comma adds the word.</source>
        <translation>按回车或逗号添加。</translation>
    </message>
    <message>
        <source>&amp;Add a tag</source>
        <translation>添加标签(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>Requester</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Handed it on to {whom}</source>
        <translation>已转审给{whom}</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>No ticket selected</source>
        <translation>未选择工单</translation>
    </message>
    <message>
        <source>Pick one on the left, or press Ctrl+K to find anything.</source>
        <translation>请在左侧选择，或按 Ctrl+K 搜索。</translation>
    </message>
    <message>
        <source>Waiting to send – you are offline</source>
        <translation>等待发送 – 您已脱机</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No transcript exists for calls</source>
        <translation>通话没有文字记录</translation>
    </message>
    <message>
        <source>What is known about the call stands on the right; related e-mails follow here.</source>
        <translation>通话信息见右侧，相关邮件显示在此处。</translation>
    </message>
    <message>
        <source>The attachments lie in earlier messages. Load these first.</source>
        <translation>附件在更早的消息中。请先加载这些消息。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TicketHeader</name>
    <message>
        <source>{number} copied</source>
        <translation>已复制 {number}</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Show or hide properties</source>
        <translation>显示或隐藏属性</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketLines</name>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Not assigned yet</source>
        <translation>尚未分配</translation>
    </message>
    <message>
        <source>Support: {name}</source>
        <translation>技术支持：{name}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>priority {priority}</source>
        <translation>优先级{priority}</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>with attachments</source>
        <translation>有附件</translation>
    </message>
    <message>
        <source>waits for {duration}</source>
        <translation>已等待 {duration}</translation>
    </message>
</context>
<context>
    <name>TicketWindow</name>
    <message>
        <source>{number} {subject}</source>
        <translation>{number} {subject}</translation>
    </message>
</context>
<context>
    <name>TicketsPane</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Search subject or content</source>
        <translation>搜索标题或内容</translation>
    </message>
    <message>
        <source>Whose tickets</source>
        <translation>工单范围</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>我提交的</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>我的组织</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 张未结</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contain “{text}”</source>
        <translation>
            <numerusform>%n 张包含“{text}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} contain “{text}”</source>
        <translation>
            <numerusform>{all} 张中有 %n 张包含“{text}”</numerusform>
        </translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>无法读取列表。</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy, HH:mm:ss</source>
        <comment>format, letters as in Qt</comment>
        <translation>yyyy年M月d日 dddd HH:mm:ss</translation>
    </message>
    <message>
        <source>{moment} ({zone})</source>
        <translation>{moment}（{zone}）</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Undo is possible for %n second(s).</source>
        <translation>
            <numerusform>%n 秒内可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>粗体 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>斜体 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Link (Ctrl+Shift+K)</source>
        <translation>链接 (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>List (Ctrl+Shift+8)</source>
        <translation>列表 (Ctrl+Shift+8)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+Shift+A)</source>
        <translation>添加附件 (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Canned replies (Ctrl+;)</source>
        <translation>快捷回复 (Ctrl+;)</translation>
    </message>
    <message>
        <source>More ways to send</source>
        <translation>更多发送方式</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>链接地址</translation>
    </message>
</context>
<context>
    <name>TopRow</name>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>Something is in the way</source>
        <translation>出现问题</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>AgentDesk cannot open the desk</source>
        <translation>AgentDesk 无法打开工作台</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Nothing is broken.</source>
        <translation>没有损坏。</translation>
    </message>
    <message>
        <source>The cause is the disk, not what you typed.</source>
        <translation>原因在磁盘，与您输入的内容无关。</translation>
    </message>
    <message>
        <source>The cause are the permissions of the files.</source>
        <translation>原因是文件权限。</translation>
    </message>
    <message>
        <source>The cause is the name the program was started with.</source>
        <translation>原因是启动程序时指定的用户名。</translation>
    </message>
    <message>
        <source>The cause is the directory the program was started with.</source>
        <translation>原因是启动程序时指定的目录。</translation>
    </message>
    <message>
        <source>There is no desk in {path}.</source>
        <translation>{path} 中没有工作台。</translation>
    </message>
    <message>
        <source>Start with --desk and the directory of your desk.</source>
        <translation>请使用 --desk 加工作台目录启动。</translation>
    </message>
    <message>
        <source>{path} is not a desk.</source>
        <translation>{path} 不是工作台。</translation>
    </message>
    <message>
        <source>Choose the directory of a desk, or an empty one for a new desk.</source>
        <translation>请选择工作台目录，或用空目录新建工作台。</translation>
    </message>
    <message>
        <source>{path} is a file, and a desk is a directory.</source>
        <translation>{path} 是一个文件，而工作台是一个目录。</translation>
    </message>
    <message>
        <source>A newer version of AgentDesk has written this desk.</source>
        <translation>此工作台由更新版本的 AgentDesk 写入。</translation>
    </message>
    <message>
        <source>This program is too old for it; the desk is unharmed.</source>
        <translation>此程序版本过旧；工作台未受损。</translation>
    </message>
    <message>
        <source>Install the newer version and open the desk with it.</source>
        <translation>请安装更新版本后再打开。</translation>
    </message>
    <message>
        <source>This desk is already open in another window or program.</source>
        <translation>此工作台已在其他窗口或程序中打开。</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it and try again.</source>
        <translation>请使用已打开的窗口，或将其关闭后重试。</translation>
    </message>
    <message>
        <source>The desk&apos;s file cannot be written, so nothing new can be saved.</source>
        <translation>无法写入工作台文件，新内容无法保存。</translation>
    </message>
    <message>
        <source>Make {path} writable and try again; what you typed stays here.</source>
        <translation>请将 {path} 设为可写后重试；您输入的内容会保留。</translation>
    </message>
    <message>
        <source>The desk&apos;s file was damaged. {kept} entries were carried over, {lost} lost.</source>
        <translation>工作台文件已损坏。已恢复 {kept} 条记录，丢失 {lost} 条。</translation>
    </message>
    <message>
        <source>The computer or the disk stopped in the middle of writing.</source>
        <translation>计算机或磁盘在写入过程中停止。</translation>
    </message>
    <message>
        <source>You can go on working. The damaged file is kept in {moved}.</source>
        <translation>您可以继续工作。损坏的文件保存在 {moved}。</translation>
    </message>
    <message>
        <source>{path} is not empty.</source>
        <translation>{path} 不是空目录。</translation>
    </message>
    <message>
        <source>Choose an empty directory.</source>
        <translation>请选择空目录。</translation>
    </message>
    <message>
        <source>The last change was not saved, because AgentDesk made a mistake ({detail}).</source>
        <translation>上次更改未保存，因为 AgentDesk 出现了自身错误（{detail}）。</translation>
    </message>
    <message>
        <source>The cause is the program, not what you typed.</source>
        <translation>原因在于程序，而不是您输入的内容。</translation>
    </message>
    <message>
        <source>What you typed stays here. Try again; if it comes again, send us Help &gt; Collect diagnostics.</source>
        <translation>您输入的内容仍保留在此。请重试；如果再次出现，请通过“帮助 &gt; 收集诊断信息”发送给我们。</translation>
    </message>
    <message>
        <source>The disk is full; the last change was not saved.</source>
        <translation>磁盘已满，最近的更改未保存。</translation>
    </message>
    <message>
        <source>Free some space and try again; what you typed stays here.</source>
        <translation>请释放空间后重试；您输入的内容会保留。</translation>
    </message>
    <message>
        <source>The disk refused to read or write the desk&apos;s file.</source>
        <translation>磁盘无法读写工作台文件。</translation>
    </message>
    <message>
        <source>Check the disk and try again; what you typed stays here.</source>
        <translation>请检查磁盘后重试；您输入的内容会保留。</translation>
    </message>
    <message>
        <source>This desk has not met its server for {days} days, so it stays closed.</source>
        <translation>此工作台已 {days} 天没有连接服务器，因此保持关闭。</translation>
    </message>
    <message>
        <source>Nothing is broken, and what you wrote is kept.</source>
        <translation>没有任何损坏，您写的内容都已保留。</translation>
    </message>
    <message>
        <source>Sign in at a terminal: agentdesk connect {server} --as NAME --password-stdin.</source>
        <translation>请在终端登录：agentdesk connect {server} --as NAME --password-stdin。</translation>
    </message>
    <message>
        <source>Nobody on this desk is called “{person}”.</source>
        <translation>此工作台没有用户“{person}”。</translation>
    </message>
    <message>
        <source>Start with --as and a user name of this desk.</source>
        <translation>请使用 --as 加此工作台的用户名启动。</translation>
    </message>
    <message>
        <source>The account “{person}” is disabled.</source>
        <translation>账号“{person}”已停用。</translation>
    </message>
    <message>
        <source>An administrator of the desk has done so.</source>
        <translation>由工作台管理员停用。</translation>
    </message>
    <message>
        <source>Ask the administrator, or start with --as and another user name.</source>
        <translation>请联系管理员，或使用 --as 加其他用户名启动。</translation>
    </message>
    <message>
        <source>The desk&apos;s file is damaged, and a part of it cannot be read.</source>
        <translation>工作台文件已损坏，部分内容无法读取。</translation>
    </message>
    <message>
        <source>Close AgentDesk and start it again: what can be read is carried over to a new file.</source>
        <translation>请关闭 AgentDesk 并重新启动：可读取的内容会转存到新文件中。</translation>
    </message>
    <message>
        <source>The desk cannot be used ({code}).</source>
        <translation>工作台无法使用（{code}）。</translation>
    </message>
    <message>
        <source>Try again; the log tells more.</source>
        <translation>请重试；详情见日志。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read, so the usual ones are used.</source>
        <translation>无法读取 {path} 中的设置，已使用默认设置。</translation>
    </message>
    <message>
        <source>The settings could not be saved ({path}).</source>
        <translation>无法保存设置（{path}）。</translation>
    </message>
    <message>
        <source>The setting “{name}” cannot be “{value}”, so the usual one is used.</source>
        <translation>设置“{name}”不能为“{value}”，已使用默认值。</translation>
    </message>
    <message>
        <source>{sentence} {way}</source>
        <translation>{sentence}{way}</translation>
    </message>
</context>
<context>
    <name>TypeBlock</name>
    <message>
        <source>Download form</source>
        <translation>下载表单</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Yes, solved</source>
        <translation>是，已解决</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Was the problem solved?</source>
        <translation>问题解决了吗？</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message>
        <source>Level {n}</source>
        <translation>第 {n} 级</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n change(s) wait</source>
        <translation>
            <numerusform>%n 项更改等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>{why} Everything on this computer stays readable.</source>
        <translation>{why}此电脑上的一切仍可阅读。</translation>
    </message>
    <message numerus="yes">
        <source>{why} Everything on this computer stays readable; %n change(s) wait in the Outbox.</source>
        <translation>
            <numerusform>{why}此电脑上的一切仍可阅读；发件箱中有 %n 项更改等待发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign in again to send %n change(s).</source>
        <translation>
            <numerusform>请重新登录以发送 %n 项更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>请重新登录以继续。</translation>
    </message>
    <message numerus="yes">
        <source>{why} %n change(s) wait in the Outbox.</source>
        <translation>
            <numerusform>{why}发件箱中有 %n 项更改等待发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been sent. They go out when you sign in again.</source>
        <translation>
            <numerusform>有 %n 项更改尚未发送。再次登录后会发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a decision</source>
        <translation>
            <numerusform>%n 项需要决定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WishCard</name>
    <message>
        <source>What is requested</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Compare with quota</source>
        <translation>与配额比较</translation>
    </message>
    <message>
        <source>Hide the quota</source>
        <translation>隐藏配额</translation>
    </message>
</context>
<context>
    <name>WithdrawRequestDialog</name>
    <message>
        <source>Withdraw “{name}”?</source>
        <translation>撤销“{name}”？</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>撤销申请</translation>
    </message>
    <message>
        <source>Keep request</source>
        <translation>保留申请</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Whoever was asked to decide sees it.</source>
        <translation>被征求审批的人能看到。</translation>
    </message>
    <message>
        <source>The request ends here and nothing is carried out. You can send a new one.</source>
        <translation>申请到此结束，不会执行任何操作。您可以重新提交。</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Writing {file} …</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>{file} was not written: you stopped it.</source>
        <translation>{file} 未写入：您已停止。</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>无法写入 {file}：{reason}</translation>
    </message>
</context>
<context>
    <name>_AvatarButton</name>
    <message>
        <source>You are {name}</source>
        <translation>当前用户：{name}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Stop {job}</source>
        <translation>停止 {job}</translation>
    </message>
</context>
<context>
    <name>_Steps</name>
    <message>
        <source>Download form</source>
        <translation>下载表单</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Fill it in and stamp it with the official company seal</source>
        <translation>填写并加盖公司公章</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>已上传</translation>
    </message>
</context>
</TS>
