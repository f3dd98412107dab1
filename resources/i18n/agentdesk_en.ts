<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Banners</name>
    <message numerus="yes">
        <source>Recorded for %n requests.</source>
        <translation>
            <numerusform>Recorded for %n request.</numerusform>
            <numerusform>Recorded for %n requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n request(s) wait at a level that nobody can pass</source>
        <translation>
            <numerusform>%n request waits at a level that nobody can pass</numerusform>
            <numerusform>%n requests wait at a level that nobody can pass</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkCard</name>
    <message numerus="yes">
        <source>%n tickets selected</source>
        <translation>
            <numerusform>%n ticket selected</numerusform>
            <numerusform>%n tickets selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelTicketDialog</name>
    <message numerus="yes">
        <source>Cancel %n ticket(s)?</source>
        <translation>
            <numerusform>Cancel %n ticket?</numerusform>
            <numerusform>Cancel %n tickets?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message numerus="yes">
        <source>Close %n ticket(s)?</source>
        <translation>
            <numerusform>Close %n ticket?</numerusform>
            <numerusform>Close %n tickets?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompleteDialog</name>
    <message numerus="yes">
        <source>Request confirmation of %n ticket(s)</source>
        <translation>
            <numerusform>Request confirmation of %n ticket</numerusform>
            <numerusform>Request confirmation of %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n ticket(s) as completed</source>
        <translation>
            <numerusform>Mark %n ticket as completed</numerusform>
            <numerusform>Mark %n tickets as completed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n hosts</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n times</source>
        <translation>
            <numerusform>{name}, %n time</numerusform>
            <numerusform>{name}, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match</source>
        <translation>
            <numerusform>%n matches</numerusform>
            <numerusform>%n match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can decide</source>
        <translation>
            <numerusform>%n can decide</numerusform>
            <numerusform>%n can decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) keep the chain they started with.</source>
        <translation>
            <numerusform>%n open request keeps the chain it started with.</numerusform>
            <numerusform>%n open requests keep the chain they started with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n project(s) too few match: {names}. Requests from there would stop here.</source>
        <translation>
            <numerusform>In %n project too few match: {names}. Requests from there would stop here.</numerusform>
            <numerusform>In %n projects too few match: {names}. Requests from there would stop here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n domain(s) too few match: {names}. Requests from there would stop here.</source>
        <translation>
            <numerusform>In %n domain too few match: {names}. Requests from there would stop here.</numerusform>
            <numerusform>In %n domains too few match: {names}. Requests from there would stop here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n can decide, but {least} must pass.</source>
        <translation>
            <numerusform>Only %n can decide, but {least} must pass.</numerusform>
            <numerusform>Only %n can decide, but {least} must pass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait at a level that nobody can pass.</source>
        <translation>
            <numerusform>%n request waits at a level that nobody can pass.</numerusform>
            <numerusform>%n requests wait at a level that nobody can pass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the trash</source>
        <translation>
            <numerusform>%n in the trash</numerusform>
            <numerusform>%n in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) chosen</source>
        <translation>
            <numerusform>%n host chosen</numerusform>
            <numerusform>%n hosts chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n host(s) go into one request. Choose fewer.</source>
        <translation>
            <numerusform>At most %n host goes into one request. Choose fewer.</numerusform>
            <numerusform>At most %n hosts go into one request. Choose fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the last %n request(s) would have found somebody at every level.</source>
        <translation>
            <numerusform>The last %n request would have found somebody at every level.</numerusform>
            <numerusform>All of the last %n requests would have found somebody at every level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the last {of} requests %n would have stopped at a level that nobody can pass.</source>
        <translation>
            <numerusform>Of the last {of} requests %n would have stopped at a level that nobody can pass.</numerusform>
            <numerusform>Of the last {of} requests %n would have stopped at a level that nobody can pass.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneToSeveral</name>
    <message numerus="yes">
        <source>Submitted %n ticket(s)</source>
        <translation>
            <numerusform>Submitted %n ticket</numerusform>
            <numerusform>Submitted %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You handle %n ticket(s) more</source>
        <translation>
            <numerusform>You handle %n more ticket</numerusform>
            <numerusform>You handle %n more tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forwarded %n ticket(s)</source>
        <translation>
            <numerusform>Forwarded %n ticket</numerusform>
            <numerusform>Forwarded %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replied to %n ticket(s)</source>
        <translation>
            <numerusform>Replied to %n ticket</numerusform>
            <numerusform>Replied to %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note added to %n ticket(s)</source>
        <translation>
            <numerusform>Note added to %n ticket</numerusform>
            <numerusform>Note added to %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Completed %n ticket(s)</source>
        <translation>
            <numerusform>Completed %n ticket</numerusform>
            <numerusform>Completed %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed %n ticket(s)</source>
        <translation>
            <numerusform>Closed %n ticket</numerusform>
            <numerusform>Closed %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n ticket(s)</source>
        <translation>
            <numerusform>Moved %n ticket</numerusform>
            <numerusform>Moved %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n ticket(s) changed</source>
        <translation>
            <numerusform>Priority of %n ticket changed</numerusform>
            <numerusform>Priority of %n tickets changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s) changed</source>
        <translation>
            <numerusform>Tags of %n ticket changed</numerusform>
            <numerusform>Tags of %n tickets changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed %n ticket(s)</source>
        <translation>
            <numerusform>Changed %n ticket</numerusform>
            <numerusform>Changed %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %n row(s)</source>
        <translation>
            <numerusform>Export %n row</numerusform>
            <numerusform>Export %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the list shows now: %n row(s).</source>
        <translation>
            <numerusform>What the list shows now: %n row.</numerusform>
            <numerusform>What the list shows now: %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>%n row written to {file}</numerusform>
            <numerusform>%n rows written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportingTicket</name>
    <message numerus="yes">
        <source>{file} was written without %n file(s) that are not on this computer: {names}</source>
        <translation>
            <numerusform>{file} was written without %n file that is not on this computer: {names}</numerusform>
            <numerusform>{file} was written without %n files that are not on this computer: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCounts</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n files</source>
        <translation>
            <numerusform>up to %n file</numerusform>
            <numerusform>up to %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForwardDialog</name>
    <message numerus="yes">
        <source>Forward %n ticket(s)</source>
        <translation>
            <numerusform>Forward %n ticket</numerusform>
            <numerusform>Forward %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandleDialog</name>
    <message numerus="yes">
        <source>Handle %n ticket(s)?</source>
        <translation>
            <numerusform>Handle %n ticket?</numerusform>
            <numerusform>Handle %n tickets?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadCounts</name>
    <message numerus="yes">
        <source>{title}, %n ticket(s)</source>
        <translation>
            <numerusform>{title}, %n ticket</numerusform>
            <numerusform>{title}, %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n message(s) taken in</source>
        <translation>
            <numerusform>%n message taken in</numerusform>
            <numerusform>%n messages taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new ticket(s)</source>
        <translation>
            <numerusform>%n new ticket</numerusform>
            <numerusform>%n new tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <comment>files, letters or rows</comment>
        <translation>
            <numerusform>%n read</numerusform>
            <numerusform>%n read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>%n row written to {file}</numerusform>
            <numerusform>%n rows written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message numerus="yes">
        <source>Phone call, %n min</source>
        <translation>
            <numerusform>Phone call, %n min</numerusform>
            <numerusform>Phone call, %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageStream</name>
    <message numerus="yes">
        <source>Load %n earlier messages</source>
        <translation>
            <numerusform>Load %n earlier message</numerusform>
            <numerusform>Load %n earlier messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>Move %n ticket(s)</source>
        <translation>
            <numerusform>Move %n ticket</numerusform>
            <numerusform>Move %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n message(s) cannot be found yet.</source>
        <translation>
            <numerusform>%n message cannot be found yet.</numerusform>
            <numerusform>%n messages cannot be found yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassSeveralDialog</name>
    <message numerus="yes">
        <source>Pass %n requests</source>
        <translation>
            <numerusform>Pass %n request</numerusform>
            <numerusform>Pass %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>tickets a person handles</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceCounts</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n waiting for you</numerusform>
            <numerusform>%n waiting for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for an owner</source>
        <translation>
            <numerusform>%n waiting for an owner</numerusform>
            <numerusform>%n waiting for an owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for an answer</source>
        <translation>
            <numerusform>%n waiting for an answer</numerusform>
            <numerusform>%n waiting for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessFacts</name>
    <message numerus="yes">
        <source>%n open request(s) keep it</source>
        <translation>
            <numerusform>%n open request keeps it</numerusform>
            <numerusform>%n open requests keep it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessStateDialog</name>
    <message numerus="yes">
        <source>%n open request(s) go on as they began.</source>
        <translation>
            <numerusform>%n open request goes on as it began.</numerusform>
            <numerusform>%n open requests go on as they began.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) go on through their levels and still have to pass them.</source>
        <translation>
            <numerusform>%n open request goes on through its levels and still has to pass them.</numerusform>
            <numerusform>%n open requests go on through their levels and still have to pass them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectSeveralDialog</name>
    <message numerus="yes">
        <source>Reject %n requests?</source>
        <translation>
            <numerusform>Reject %n request?</numerusform>
            <numerusform>Reject %n requests?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsPane</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for your decision</source>
        <translation>
            <numerusform>%n waiting for your decision</numerusform>
            <numerusform>%n waiting for your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceRequestDialog</name>
    <message numerus="yes">
        <source>%n level(s) decide, then it is carried out by itself.</source>
        <translation>
            <numerusform>%n level decides, then it is carried out by itself.</numerusform>
            <numerusform>%n levels decide, then it is carried out by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message numerus="yes">
        <source>You, or %n others</source>
        <translation>
            <numerusform>You, or %n other</numerusform>
            <numerusform>You, or %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, or %n more</source>
        <translation>
            <numerusform>{name}, or %n more</numerusform>
            <numerusform>{name}, or %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of %n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>One of %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After you pass, %n more must pass this level.</source>
        <translation>
            <numerusform>After you pass, %n more must pass this level.</numerusform>
            <numerusform>After you pass, %n more must pass this level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your decision counts. %n more must pass this level.</source>
        <translation>
            <numerusform>Your decision counts. %n more must pass this level.</numerusform>
            <numerusform>Your decision counts. %n more must pass this level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {least} passed</source>
        <translation>
            <numerusform>%n of {least} passed</numerusform>
            <numerusform>%n of {least} passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {of} must pass it.</source>
        <translation>
            <numerusform>%n of {of} must pass it.</numerusform>
            <numerusform>%n of {of} must pass it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralRequests</name>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>%n request selected</numerusform>
            <numerusform>%n requests selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused and still selected</source>
        <translation>
            <numerusform>%n refused and still selected</numerusform>
            <numerusform>%n refused and still selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralTold</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be decided by you now and are left out.</source>
        <translation>
            <numerusform>%n cannot be decided by you now and is left out.</numerusform>
            <numerusform>%n cannot be decided by you now and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message numerus="yes">
        <source>%n change(s) can be undone</source>
        <translation>
            <numerusform>%n change can be undone</numerusform>
            <numerusform>%n changes can be undone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>Tags of %n ticket</numerusform>
            <numerusform>Tags of %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketHeader</name>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketsPane</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contain “{text}”</source>
        <translation>
            <numerusform>%n contains “{text}”</numerusform>
            <numerusform>%n contain “{text}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} contain “{text}”</source>
        <translation>
            <numerusform>%n of {all} contains “{text}”</numerusform>
            <numerusform>%n of {all} contain “{text}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message numerus="yes">
        <source>Undo is possible for %n second(s).</source>
        <translation>
            <numerusform>Undo is possible for %n second.</numerusform>
            <numerusform>Undo is possible for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n change(s) wait</source>
        <translation>
            <numerusform>%n change waits</numerusform>
            <numerusform>%n changes wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{why} Everything on this computer stays readable; %n change(s) wait in the Outbox.</source>
        <translation>
            <numerusform>{why} Everything on this computer stays readable; %n change waits in the Outbox.</numerusform>
            <numerusform>{why} Everything on this computer stays readable; %n changes wait in the Outbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign in again to send %n change(s).</source>
        <translation>
            <numerusform>Sign in again to send %n change.</numerusform>
            <numerusform>Sign in again to send %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{why} %n change(s) wait in the Outbox.</source>
        <translation>
            <numerusform>{why} %n change waits in the Outbox.</numerusform>
            <numerusform>{why} %n changes wait in the Outbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been sent. They go out when you sign in again.</source>
        <translation>
            <numerusform>%n change has not been sent. It goes out when you sign in again.</numerusform>
            <numerusform>%n changes have not been sent. They go out when you sign in again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a decision</source>
        <translation>
            <numerusform>%n needs a decision</numerusform>
            <numerusform>%n need a decision</numerusform>
        </translation>
    </message>
</context>
</TS>
