<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About AgentDesk</source>
        <translation>Über AgentDesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>A support desk on this computer. It works without a network.</source>
        <translation>Ein Support-Desk auf diesem Computer. Er arbeitet ohne Netzwerk.</translation>
    </message>
    <message>
        <source>This desk lies in {path}</source>
        <translation>Dieser Desk liegt in {path}</translation>
    </message>
    <message>
        <source>Apache License 2.0. Qt and PySide6 are used under the LGPL.</source>
        <translation>Apache-Lizenz 2.0. Qt und PySide6 werden unter der LGPL genutzt.</translation>
    </message>
</context>
<context>
    <name>AccountDoors</name>
    <message>
        <source>Preparing sample data</source>
        <translation>Beispieldaten werden vorbereitet</translation>
    </message>
    <message>
        <source>The sample data could not be written. Is there room on the disk?</source>
        <translation>Die Beispieldaten konnten nicht geschrieben werden. Ist auf dem Datenträger Platz?</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>New re&amp;quest</source>
        <translation>Neuer An&amp;trag</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Layout</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Dichte</translation>
    </message>
    <message>
        <source>&amp;Sort</source>
        <translation>&amp;Sortierung</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>&amp;Approval</source>
        <translation>&amp;Genehmigung</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Gehe &amp;zu</translation>
    </message>
    <message>
        <source>By &amp;number</source>
        <translation>Nach &amp;Nummer</translation>
    </message>
    <message>
        <source>A&amp;dministration</source>
        <translation>Ver&amp;waltung</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Übernehmen…</translation>
    </message>
    <message>
        <source>Handle…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Request confirmation…</source>
        <translation>Bestätigung anfordern…</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message>
        <source>Log a call…</source>
        <translation>Anruf erfassen…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Finish pending changes</source>
        <translation>Offene Änderungen abschließen</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Mit einem Server verbinden …</translation>
    </message>
    <message>
        <source>Go to another desk…</source>
        <translation>Zu einem anderen Desk…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste without formats</source>
        <translation>Ohne Format einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>Hier suchen</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Als Ansicht speichern…</translation>
    </message>
    <message>
        <source>Canned replies…</source>
        <translation>Textbausteine…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table above</source>
        <translation>Tabelle darüber</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Usual density</source>
        <translation>Übliche Dichte</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Dringendste zuerst</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>Am längsten Wartende zuerst</translation>
    </message>
    <message>
        <source>Last activity first</source>
        <translation>Letzte Aktivität zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Group by day</source>
        <translation>Nach Tag gruppieren</translation>
    </message>
    <message>
        <source>Group by status</source>
        <translation>Nach Status gruppieren</translation>
    </message>
    <message>
        <source>Group by owner</source>
        <translation>Nach Zuständigen gruppieren</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Expand or collapse message</source>
        <translation>Nachricht auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Expand or collapse all</source>
        <translation>Alle auf- oder zuklappen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>Laufende Arbeiten</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Weiterleiten…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>Mark as completed…</source>
        <translation>Als erledigt markieren…</translation>
    </message>
    <message>
        <source>Yes, solved…</source>
        <translation>Ja, gelöst…</translation>
    </message>
    <message>
        <source>Not solved…</source>
        <translation>Nicht gelöst…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Ticket schließen…</translation>
    </message>
    <message>
        <source>Return as incomplete…</source>
        <translation>Als unvollständig zurückgeben…</translation>
    </message>
    <message>
        <source>Cancel ticket…</source>
        <translation>Ticket abbrechen…</translation>
    </message>
    <message>
        <source>Leave feedback…</source>
        <translation>Feedback hinterlassen…</translation>
    </message>
    <message>
        <source>New ticket from this…</source>
        <translation>Neues Ticket hierzu…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>People…</source>
        <translation>Personen…</translation>
    </message>
    <message>
        <source>Share a link…</source>
        <translation>Link teilen…</translation>
    </message>
    <message>
        <source>Fatal</source>
        <translation>Fatal</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Select or deselect</source>
        <translation>Auswählen oder abwählen</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>My pending</source>
        <translation>Meine offenen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>I resolved</source>
        <translation>Von mir erledigt</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>Meine Tickets</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>Meine Organisation</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Place {n} of the navigation</source>
        <translation>Eintrag {n} der Navigation</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Nächstes Ticket</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Voriges Ticket</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>Nächstes ungelesenes</translation>
    </message>
    <message>
        <source>Previous unread</source>
        <translation>Voriges ungelesenes</translation>
    </message>
    <message>
        <source>Next that waits for us</source>
        <translation>Nächstes, das auf uns wartet</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forth</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Show the main window</source>
        <translation>Hauptfenster zeigen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Ticket management</source>
        <translation>Ticketverwaltung</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>Liste exportieren…</translation>
    </message>
    <message>
        <source>Export ticket…</source>
        <translation>Ticket exportieren…</translation>
    </message>
    <message>
        <source>Save attachment as…</source>
        <translation>Anhang speichern unter…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Service hours and contact</source>
        <translation>Servicezeiten und Kontakt</translation>
    </message>
    <message>
        <source>Collect diagnostics…</source>
        <translation>Diagnose zusammenstellen…</translation>
    </message>
    <message>
        <source>About AgentDesk</source>
        <translation>Über AgentDesk</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>In the list and the ticket</source>
        <translation>In Liste und Ticket</translation>
    </message>
    <message>
        <source>With a request</source>
        <translation>Bei einem Antrag</translation>
    </message>
    <message>
        <source>Going to a place</source>
        <translation>Zu einem Ort gehen</translation>
    </message>
    <message>
        <source>Host…</source>
        <translation>Host …</translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation>Anpassung …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Join project…</source>
        <translation>Projekt beitreten …</translation>
    </message>
    <message>
        <source>Project quota…</source>
        <translation>Projektkontingent …</translation>
    </message>
    <message>
        <source>Domain quota…</source>
        <translation>Domänenkontingent …</translation>
    </message>
    <message>
        <source>Pass…</source>
        <translation>Genehmigen …</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Hand on…</source>
        <translation>Weitergeben …</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Let somebody decide for me…</source>
        <translation>Vertretung …</translation>
    </message>
    <message>
        <source>Approvals: my pending</source>
        <translation>Genehmigungen: für mich</translation>
    </message>
    <message>
        <source>Approvals: I resolved</source>
        <translation>Genehmigungen: von mir entschieden</translation>
    </message>
    <message>
        <source>Approvals: I involved</source>
        <translation>Genehmigungen: mit mir</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anträge</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Process setup</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>Vorgangsprotokoll</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>I &amp;agree to the customer agreement, and that support reads what I attach</source>
        <translation>Ich &amp;stimme der Kundenvereinbarung zu und auch, dass der Support meine Anhänge liest</translation>
    </message>
    <message>
        <source>I &amp;agree to this</source>
        <translation>Ich &amp;stimme zu</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AskOnRequest</name>
    <message>
        <source>You decide for {name}.</source>
        <translation>Sie entscheiden für {name}.</translation>
    </message>
    <message>
        <source>Decide &amp;for</source>
        <translation>Entscheiden &amp;für</translation>
    </message>
</context>
<context>
    <name>AttachmentTile</name>
    <message>
        <source>Actions for {name}</source>
        <translation>Aktionen für {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>{name} herunterladen</translation>
    </message>
    <message>
        <source>Stop the download of {name}</source>
        <translation>Herunterladen von {name} anhalten</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Undo came too late: it was already made final.</source>
        <translation>Zu spät für Rückgängig: Die Änderung gilt bereits.</translation>
    </message>
    <message>
        <source>This desk is open for reading only. What you type is not saved.</source>
        <translation>Dieser Desk ist nur zum Lesen geöffnet. Ihre Eingaben werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>You are in no project yet. Ask to join one; there you can ask for hosts and quotas.</source>
        <translation>Sie sind noch in keinem Projekt. Beantragen Sie den Beitritt; dort können Sie Hosts und Kontingente beantragen.</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{action}: {reason}</source>
        <translation>{action}: {reason}</translation>
    </message>
    <message>
        <source>{source}: {ways}</source>
        <translation>{source}: {ways}</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>Was kann ich tun?</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show Outbox</source>
        <translation>Postausgang zeigen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Ask to join a project…</source>
        <translation>Beitritt beantragen …</translation>
    </message>
    <message>
        <source>Done for {done} of {all} tickets. The others: {reason}</source>
        <translation>Für {done} von {all} Tickets erledigt. Die übrigen: {reason}</translation>
    </message>
    <message>
        <source>Done for {done} of {all} requests. The others: {reason}</source>
        <translation>Für {done} von {all} Anträgen erledigt. Die anderen: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Recorded for %n requests.</source>
        <translation>
            <numerusform>Festgehalten für %n Antrag.</numerusform>
            <numerusform>Festgehalten für %n Anträge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n request(s) wait at a level that nobody can pass</source>
        <translation>
            <numerusform>%n Antrag wartet auf einer Stufe, die niemand genehmigen kann</numerusform>
            <numerusform>%n Anträge warten auf einer Stufe, die niemand genehmigen kann</numerusform>
        </translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch nichts geschehen</translation>
    </message>
    <message>
        <source>{what} · {ago} · Undo</source>
        <translation>{what} · {ago} · Rückgängig</translation>
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
            <numerusform>%n Ticket ausgewählt</numerusform>
            <numerusform>%n Tickets ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n erledigt</numerusform>
            <numerusform>%n erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>{done}, {refused}</source>
        <translation>{done}, {refused}</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Any day</source>
        <translation>Jeder Tag</translation>
    </message>
</context>
<context>
    <name>CameBack</name>
    <message>
        <source>Put into the reply box</source>
        <translation>Ins Antwortfeld übernehmen</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Show in Outbox</source>
        <translation>Im Postausgang zeigen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>CancelTicketDialog</name>
    <message>
        <source>Cancel {number}?</source>
        <translation>{number} abbrechen?</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n ticket(s)?</source>
        <translation>
            <numerusform>%n Ticket abbrechen?</numerusform>
            <numerusform>%n Tickets abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel ticket</source>
        <translation>Ticket abbrechen</translation>
    </message>
    <message>
        <source>Cancel tickets</source>
        <translation>Tickets abbrechen</translation>
    </message>
    <message>
        <source>Keep ticket</source>
        <translation>Ticket behalten</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>Kann leer bleiben.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Nobody works on a cancelled ticket, and it cannot be opened again.</source>
        <translation>An einem abgebrochenen Ticket arbeitet niemand, und es lässt sich nicht wieder öffnen.</translation>
    </message>
</context>
<context>
    <name>CannedDialog</name>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>&amp;Shared with all staff</source>
        <translation>Für alle im &amp;Support</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>Neuer Textbaustein</translation>
    </message>
</context>
<context>
    <name>CannedMenu</name>
    <message>
        <source>No canned replies yet</source>
        <translation>Noch keine Textbausteine</translation>
    </message>
</context>
<context>
    <name>CardsHead</name>
    <message>
        <source>Sort and group</source>
        <translation>Sortieren und gruppieren</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>In dieser Liste suchen</translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation>Nummer oder Titel</translation>
    </message>
    <message>
        <source>Order of this list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>Priority, then longest waiting</source>
        <translation>Priorität, dann Wartezeit</translation>
    </message>
    <message>
        <source>Longest waiting</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Grouped by day</source>
        <translation>Nach Tag gruppiert</translation>
    </message>
    <message>
        <source>Grouped by status</source>
        <translation>Nach Status gruppiert</translation>
    </message>
    <message>
        <source>Grouped by owner</source>
        <translation>Nach Zuständigen gruppiert</translation>
    </message>
</context>
<context>
    <name>ChainEditor</name>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>After the last level</source>
        <translation>Nach der letzten Stufe</translation>
    </message>
    <message>
        <source>Add level</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Applicants may decide their own request</source>
        <translation>Antragsteller dürfen über den eigenen Antrag entscheiden</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>{name} is level {n} now</source>
        <translation>{name} ist jetzt Stufe {n}</translation>
    </message>
    <message>
        <source>{name} was removed</source>
        <translation>{name} wurde entfernt</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>Nichts zur Auswahl</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close {number}?</source>
        <translation>{number} schließen?</translation>
    </message>
    <message numerus="yes">
        <source>Close %n ticket(s)?</source>
        <translation>
            <numerusform>%n Ticket schließen?</numerusform>
            <numerusform>%n Tickets schließen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Close ticket</source>
        <translation>Ticket schließen</translation>
    </message>
    <message>
        <source>Close tickets</source>
        <translation>Tickets schließen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>Kann leer bleiben.</translation>
    </message>
    <message>
        <source>A closed ticket cannot be reopened or answered. You can start a new one that refers to it.</source>
        <translation>Ein geschlossenes Ticket lässt sich weder wieder öffnen noch beantworten. Sie können ein neues anlegen, das sich darauf bezieht.</translation>
    </message>
</context>
<context>
    <name>CommentInput</name>
    <message>
        <source>{n} of {most} characters.</source>
        <translation>{n} von {most} Zeichen.</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} schreibt</translation>
    </message>
    <message>
        <source>{name} is viewing</source>
        <translation>{name} sieht es an</translation>
    </message>
</context>
<context>
    <name>CompleteDialog</name>
    <message>
        <source>&amp;Message to the requester</source>
        <translation>&amp;Nachricht an die anfragende Person</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>Kann leer bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>Request confirmation of %n ticket(s)</source>
        <translation>
            <numerusform>Bestätigung für %n Ticket anfordern</numerusform>
            <numerusform>Bestätigung für %n Tickets anfordern</numerusform>
        </translation>
    </message>
    <message>
        <source>Request confirmation of {number}</source>
        <translation>Bestätigung für {number} anfordern</translation>
    </message>
    <message>
        <source>Request confirmation</source>
        <translation>Bestätigung anfordern</translation>
    </message>
    <message>
        <source>The requester is asked whether it is solved.</source>
        <translation>Die anfragende Person wird gefragt, ob das Problem gelöst ist.</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n ticket(s) as completed</source>
        <translation>
            <numerusform>%n Ticket als erledigt markieren</numerusform>
            <numerusform>%n Tickets als erledigt markieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark {number} as completed</source>
        <translation>{number} als erledigt markieren</translation>
    </message>
    <message>
        <source>Mark as completed</source>
        <translation>Als erledigt markieren</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Review and send</source>
        <translation>Prüfen und senden</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Entwurf gespeichert</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>Entwurf nicht gespeichert</translation>
    </message>
    <message>
        <source>The text seems to hold a secret. Send it all the same?</source>
        <translation>Der Text enthält offenbar ein Geheimnis. Trotzdem senden?</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>{name} wrote meanwhile ({ago}).</source>
        <translation>{name} hat inzwischen geschrieben ({ago}).</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Write a note that only staff can read…</source>
        <translation>Notiz schreiben, die nur der Support liest…</translation>
    </message>
    <message>
        <source>Write a reply…   / for canned replies</source>
        <translation>Antwort schreiben…   / Textbausteine</translation>
    </message>
    <message>
        <source>Write to support…   drop files here</source>
        <translation>An den Support schreiben…   Dateien hierher ziehen</translation>
    </message>
    <message>
        <source>Only staff can see it</source>
        <translation>Nur für Support sichtbar</translation>
    </message>
    <message>
        <source>To: Support</source>
        <translation>An: Support</translation>
    </message>
    <message>
        <source>To: {name}, cc {others}</source>
        <translation>An: {name}, Cc {others}</translation>
    </message>
    <message>
        <source>To: {name}</source>
        <translation>An: {name}</translation>
    </message>
    <message>
        <source>Send when online</source>
        <translation>Senden, sobald online</translation>
    </message>
    <message>
        <source>Save reply</source>
        <translation>Antwort speichern</translation>
    </message>
    <message>
        <source>Send and request confirmation</source>
        <translation>Senden und Bestätigung anfordern</translation>
    </message>
    <message>
        <source>Save and request confirmation</source>
        <translation>Speichern und um Bestätigung bitten</translation>
    </message>
    <message>
        <source>Send and close…</source>
        <translation>Senden und schließen…</translation>
    </message>
    <message>
        <source>Save and close…</source>
        <translation>Speichern und schließen…</translation>
    </message>
</context>
<context>
    <name>ConfirmSolvedDialog</name>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>{number} is not solved</source>
        <translation>{number} ist nicht gelöst</translation>
    </message>
    <message>
        <source>Send back to support</source>
        <translation>An den Support zurückgeben</translation>
    </message>
    <message>
        <source>Support goes on working on it. Write what is still wrong.</source>
        <translation>Der Support arbeitet weiter daran. Schreiben Sie, was noch nicht stimmt.</translation>
    </message>
    <message>
        <source>Is {number} solved?</source>
        <translation>Ist {number} gelöst?</translation>
    </message>
    <message>
        <source>Confirm and close</source>
        <translation>Bestätigen und schließen</translation>
    </message>
    <message>
        <source>The ticket is closed then. A closed ticket cannot be reopened or answered.</source>
        <translation>Das Ticket wird dann geschlossen. Es lässt sich danach weder wieder öffnen noch beantworten.</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>&amp;Address of the server</source>
        <translation>&amp;Adresse des Servers</translation>
    </message>
    <message>
        <source>E-mail or &amp;user name</source>
        <translation>E-Mail oder &amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;History on this computer</source>
        <translation>&amp;Verlauf auf diesem Computer</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Das letzte Jahr</translation>
    </message>
    <message>
        <source>The last three months</source>
        <translation>Die letzten drei Monate</translation>
    </message>
    <message>
        <source>The last month</source>
        <translation>Der letzte Monat</translation>
    </message>
    <message>
        <source>Your queue and your history, on this computer.</source>
        <translation>Ihre Warteschlange und Ihr Verlauf, auf diesem Computer.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Offline history</source>
        <translation>Offline-Verlauf</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>&amp;Stay signed in on this computer</source>
        <translation>Auf diesem Computer an&amp;gemeldet bleiben</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>Mit Beispieldaten ausprobieren</translation>
    </message>
    <message>
        <source>You can work as soon as the first tickets are here.</source>
        <translation>Sie können arbeiten, sobald die ersten Tickets hier sind.</translation>
    </message>
    <message>
        <source>You can work as soon as the first tickets are here. Older ones stay at the server.</source>
        <translation>Sie können arbeiten, sobald die ersten Tickets hier sind. Ältere bleiben auf dem Server.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>{server}
Reached in {ms} ms · version {version}</source>
        <translation>{server}
In {ms} ms erreicht · Version {version}</translation>
    </message>
</context>
<context>
    <name>Connecting</name>
    <message>
        <source>This is no address of a server, such as https://desk.example.org.</source>
        <translation>Das ist keine Adresse eines Servers wie https://desk.example.org.</translation>
    </message>
    <message>
        <source>Over http your password could be read on the way. Use https.</source>
        <translation>Über http könnte Ihr Passwort unterwegs gelesen werden. Verwenden Sie https.</translation>
    </message>
    <message>
        <source>No server answers at this address. Check it, and your network, and try again.</source>
        <translation>Unter dieser Adresse antwortet kein Server. Prüfen Sie die Adresse und Ihr Netz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Whoever answers there cannot prove to be that server (its certificate does not fit or is not trusted), so nothing was told to them. Ask the operator of the server.</source>
        <translation>Wer dort antwortet, kann nicht beweisen, dieser Server zu sein (sein Zertifikat passt nicht oder ist nicht vertrauenswürdig); darum wurde ihm nichts mitgeteilt. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>A network setting of this computer (AGENTDESK_CA_FILE, AGENTDESK_PINS or AGENTDESK_PROXY) cannot be used. Correct it and start AgentDesk again.</source>
        <translation>Eine Netzwerkeinstellung dieses Rechners (AGENTDESK_CA_FILE, AGENTDESK_PINS oder AGENTDESK_PROXY) ist nicht brauchbar. Berichtigen Sie sie und starten Sie AgentDesk neu.</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>Benutzername oder Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>The server does not let this account in. Ask its operator.</source>
        <translation>Der Server lässt dieses Konto nicht ein. Fragen Sie seinen Betreiber.</translation>
    </message>
    <message>
        <source>Too many tries. Wait a few minutes, then try again.</source>
        <translation>Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>AgentDesk and the server speak different versions. Update the older one.</source>
        <translation>AgentDesk und der Server sprechen verschiedene Versionen. Aktualisieren Sie die ältere.</translation>
    </message>
    <message>
        <source>What answers at this address is no server of AgentDesk, or a broken one.</source>
        <translation>Was unter dieser Adresse antwortet, ist kein Server von AgentDesk oder ein defekter.</translation>
    </message>
    <message>
        <source>This desk belongs to another person of that server. Use “Connect to a server…” instead.</source>
        <translation>Dieser Desk gehört einer anderen Person dieses Servers. Verwenden Sie stattdessen „Mit einem Server verbinden …“.</translation>
    </message>
    <message>
        <source>A desk without a server already lies in that place.</source>
        <translation>Dort liegt bereits ein Desk ohne Server.</translation>
    </message>
    <message>
        <source>A desk of another server lies in that place.</source>
        <translation>Dort liegt ein Desk eines anderen Servers.</translation>
    </message>
    <message>
        <source>This account is already open in another window.</source>
        <translation>Dieses Konto ist bereits in einem anderen Fenster geöffnet.</translation>
    </message>
    <message>
        <source>The key is kept in the system keyring, never in a file.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems, nie in einer Datei.</translation>
    </message>
    <message>
        <source>You will be asked again at the next start; nothing is written to disk.</source>
        <translation>Beim nächsten Start werden Sie erneut gefragt; auf die Platte wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Without a keyring on this system you will be asked again; nothing is written to disk.</source>
        <translation>Ohne Schlüsselbund auf diesem System werden Sie erneut gefragt; auf die Platte wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>The server could not be used ({code}). Try again; the log tells more.</source>
        <translation>Der Server war nicht zu verwenden ({code}). Versuchen Sie es erneut; das Protokoll sagt mehr.</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>C&amp;ontact</source>
        <translation>K&amp;ontakt</translation>
    </message>
    <message>
        <source>E-mail or mobile number</source>
        <translation>E-Mail oder Mobilnummer</translation>
    </message>
    <message>
        <source>&amp;Reach me</source>
        <translation>E&amp;rreichbar</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Working hours, 09:00–18:00</source>
        <translation>Arbeitszeit, 09:00–18:00 Uhr</translation>
    </message>
    <message>
        <source>Mornings, 08:00–12:00</source>
        <translation>Vormittags, 08:00–12:00 Uhr</translation>
    </message>
    <message>
        <source>Afternoons, 12:00–18:00</source>
        <translation>Nachmittags, 12:00–18:00 Uhr</translation>
    </message>
    <message>
        <source>Evenings, 18:00–22:00</source>
        <translation>Abends, 18:00–22:00 Uhr</translation>
    </message>
</context>
<context>
    <name>CopyLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n hosts</source>
        <translation>
            <numerusform>%n Host</numerusform>
            <numerusform>%n Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n times</source>
        <translation>
            <numerusform>{name}, %n-mal</numerusform>
            <numerusform>{name}, %n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match</source>
        <translation>
            <numerusform>%n passt</numerusform>
            <numerusform>%n passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can decide</source>
        <translation>
            <numerusform>%n kann entscheiden</numerusform>
            <numerusform>%n können entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n Stufe</numerusform>
            <numerusform>%n Stufen</numerusform>
        </translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) keep the chain they started with.</source>
        <translation>
            <numerusform>%n offener Antrag behält die Kette, mit der er begann.</numerusform>
            <numerusform>%n offene Anträge behalten die Kette, mit der sie begannen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n project(s) too few match: {names}. Requests from there would stop here.</source>
        <translation>
            <numerusform>In %n Projekt passen zu wenige: {names}. Anträge von dort blieben hier stehen.</numerusform>
            <numerusform>In %n Projekten passen zu wenige: {names}. Anträge von dort blieben hier stehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n domain(s) too few match: {names}. Requests from there would stop here.</source>
        <translation>
            <numerusform>In %n Domäne passen zu wenige: {names}. Anträge von dort blieben hier stehen.</numerusform>
            <numerusform>In %n Domänen passen zu wenige: {names}. Anträge von dort blieben hier stehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n can decide, but {least} must pass.</source>
        <translation>
            <numerusform>Nur %n kann entscheiden, aber {least} müssen genehmigen.</numerusform>
            <numerusform>Nur %n können entscheiden, aber {least} müssen genehmigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} und %n weiterer</numerusform>
            <numerusform>{names} und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait at a level that nobody can pass.</source>
        <translation>
            <numerusform>%n Antrag wartet auf einer Stufe, die niemand genehmigen kann.</numerusform>
            <numerusform>%n Anträge warten auf einer Stufe, die niemand genehmigen kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of at most {most}</source>
        <translation>{n} von höchstens {most}</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n Host</numerusform>
            <numerusform>%n Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the trash</source>
        <translation>
            <numerusform>%n im Papierkorb</numerusform>
            <numerusform>%n im Papierkorb</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) chosen</source>
        <translation>
            <numerusform>%n Host gewählt</numerusform>
            <numerusform>%n Hosts gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n host(s) go into one request. Choose fewer.</source>
        <translation>
            <numerusform>Höchstens %n Host passt in einen Antrag. Wählen Sie weniger.</numerusform>
            <numerusform>Höchstens %n Hosts passen in einen Antrag. Wählen Sie weniger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the last %n request(s) would have found somebody at every level.</source>
        <translation>
            <numerusform>Der letzte %n Antrag hätte auf jeder Stufe jemanden gefunden.</numerusform>
            <numerusform>Die letzten %n Anträge hätten auf jeder Stufe jemanden gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the last {of} requests %n would have stopped at a level that nobody can pass.</source>
        <translation>
            <numerusform>Von den letzten {of} Anträgen wäre %n auf einer Stufe stehen geblieben, die niemand genehmigen kann.</numerusform>
            <numerusform>Von den letzten {of} Anträgen wären %n auf einer Stufe stehen geblieben, die niemand genehmigen kann.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateButton</name>
    <message>
        <source>Any day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>letters as in Qt</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>DecideSeveral</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Each is decided for itself. Those that fail say why and stay selected.</source>
        <translation>Jeder wird für sich entschieden. Wo es nicht gelingt, steht der Grund dabei und er bleibt ausgewählt.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Deploy</source>
        <translation>Bereitstellen</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Set quota</source>
        <translation>Kontingent setzen</translation>
    </message>
    <message>
        <source>After you pass, the host is deployed at once.</source>
        <translation>Nach Ihrer Genehmigung wird der Host sofort bereitgestellt.</translation>
    </message>
    <message>
        <source>After you pass, the hosts are adjusted at once.</source>
        <translation>Nach Ihrer Genehmigung werden die Hosts sofort angepasst.</translation>
    </message>
    <message>
        <source>After you pass, the hosts go to the trash at once.</source>
        <translation>Nach Ihrer Genehmigung kommen die Hosts sofort in den Papierkorb.</translation>
    </message>
    <message>
        <source>After you pass, {name} joins the project at once.</source>
        <translation>Nach Ihrer Genehmigung tritt {name} dem Projekt sofort bei.</translation>
    </message>
    <message>
        <source>After you pass, the new quota holds at once.</source>
        <translation>Nach Ihrer Genehmigung gilt das neue Kontingent sofort.</translation>
    </message>
    <message>
        <source>The host is deployed after level {n}.</source>
        <translation>Der Host wird nach Stufe {n} bereitgestellt.</translation>
    </message>
    <message>
        <source>The hosts are adjusted after level {n}.</source>
        <translation>Die Hosts werden nach Stufe {n} angepasst.</translation>
    </message>
    <message>
        <source>The hosts go to the trash after level {n}.</source>
        <translation>Die Hosts kommen nach Stufe {n} in den Papierkorb.</translation>
    </message>
    <message>
        <source>{name} joins the project after level {n}.</source>
        <translation>{name} tritt dem Projekt nach Stufe {n} bei.</translation>
    </message>
    <message>
        <source>The new quota holds after level {n}.</source>
        <translation>Das neue Kontingent gilt nach Stufe {n}.</translation>
    </message>
    <message>
        <source>The request ends here and no host is deployed.</source>
        <translation>Der Antrag endet hier, und es wird kein Host bereitgestellt.</translation>
    </message>
    <message>
        <source>The request ends here and the hosts stay as they are.</source>
        <translation>Der Antrag endet hier, und die Hosts bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The request ends here and the hosts stay.</source>
        <translation>Der Antrag endet hier, und die Hosts bleiben.</translation>
    </message>
    <message>
        <source>The request ends here and {name} does not join.</source>
        <translation>Der Antrag endet hier, und {name} tritt nicht bei.</translation>
    </message>
    <message>
        <source>The request ends here and the quota stays.</source>
        <translation>Der Antrag endet hier, und das Kontingent bleibt.</translation>
    </message>
    <message>
        <source>After you pass, level {n}, {level}, decides.</source>
        <translation>Nach Ihrer Genehmigung entscheidet Stufe {n}, {level}.</translation>
    </message>
    <message>
        <source>{name} can send a new request.</source>
        <translation>{name} kann einen neuen Antrag stellen.</translation>
    </message>
    <message>
        <source>Your decision is sent when you are online. Somebody else may decide first; then yours does not count.</source>
        <translation>Ihre Entscheidung wird gesendet, sobald Sie online sind. Entscheidet vorher jemand anders, zählt sie nicht.</translation>
    </message>
    <message>
        <source>Your decision for level {n} · {level}</source>
        <translation>Ihre Entscheidung zu Stufe {n} · {level}</translation>
    </message>
    <message>
        <source>Your decision for level {n} · {level}, for {name}</source>
        <translation>Ihre Entscheidung zu Stufe {n} · {level}, für {name}</translation>
    </message>
    <message>
        <source>{by} for {name}</source>
        <translation>{by} für {name}</translation>
    </message>
    <message>
        <source>You, or {name}</source>
        <translation>Sie oder {name}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>To be submitted</source>
        <translation>Noch zu senden</translation>
    </message>
    <message>
        <source>Passed {time}</source>
        <translation>Genehmigt {time}</translation>
    </message>
    <message>
        <source>Rejected {time}</source>
        <translation>Abgelehnt {time}</translation>
    </message>
    <message>
        <source>Withdrawn {time}</source>
        <translation>Zurückgezogen {time}</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>After level {n}</source>
        <translation>Nach Stufe {n}</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Does not happen</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Role: {role}</source>
        <translation>Rolle: {role}</translation>
    </message>
    <message>
        <source>Any one of them decides.</source>
        <translation>Eine Person von ihnen entscheidet.</translation>
    </message>
    <message>
        <source>All of them must pass it.</source>
        <translation>Alle müssen genehmigen.</translation>
    </message>
    <message>
        <source>{name} passed it, {time}</source>
        <translation>{name} hat genehmigt, {time}</translation>
    </message>
    <message>
        <source>{name} rejected it, {time}</source>
        <translation>{name} hat abgelehnt, {time}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>To be submitted</source>
        <translation>Noch zu senden</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>Ihr Antrag</translation>
    </message>
    <message>
        <source>The operation failed; its approval still holds.</source>
        <translation>Der Vorgang ist fehlgeschlagen; die Genehmigung gilt weiter.</translation>
    </message>
    <message>
        <source>As long as it is not carried out you can withdraw it.</source>
        <translation>Solange er nicht ausgeführt ist, können Sie ihn zurückziehen.</translation>
    </message>
</context>
<context>
    <name>DelegateDialog</name>
    <message>
        <source>Let somebody decide for you</source>
        <translation>Vertretung für Ihre Entscheidungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Who decides for you</source>
        <translation>Wer für Sie entscheidet</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>What they decide stands in your name with theirs. What you have decided they cannot.</source>
        <translation>Was die Vertretung entscheidet, steht in Ihrem und ihrem Namen da. Was Sie schon entschieden haben, kann sie nicht entscheiden.</translation>
    </message>
    <message>
        <source>You decide for {name}</source>
        <translation>Sie entscheiden für {name}</translation>
    </message>
    <message>
        <source>{name}, {begins} – {ends}</source>
        <translation>{name}, {begins} – {ends}</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Such as 2027-12-31.</source>
        <translation>Etwa 2027-12-31.</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Erster Tag</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Letzter Tag</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>The picture could not be kept on this computer.</source>
        <translation>Das Bild ließ sich auf diesem Computer nicht speichern.</translation>
    </message>
    <message>
        <source>This looks like a password. Support never needs it.</source>
        <translation>Das sieht nach einem Passwort aus. Der Support braucht es nie.</translation>
    </message>
    <message>
        <source>This looks like a private key. Support never needs it.</source>
        <translation>Das sieht nach einem privaten Schlüssel aus. Der Support braucht ihn nie.</translation>
    </message>
    <message>
        <source>This looks like a card number. Support never needs it.</source>
        <translation>Das sieht nach einer Kartennummer aus. Der Support braucht sie nie.</translation>
    </message>
    <message>
        <source>This looks like an access key. Support never needs it.</source>
        <translation>Das sieht nach einem Zugangsschlüssel aus. Der Support braucht ihn nie.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Versions and the state of the desk. No message, name or address is in it.</source>
        <translation>Versionen und der Zustand des Desks. Keine Nachricht, kein Name und keine Adresse steht darin.</translation>
    </message>
    <message>
        <source>The desk is being examined…</source>
        <translation>Der Desk wird untersucht…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DiscardDialog</name>
    <message>
        <source>Discard “{title}”?</source>
        <translation>„{title}“ verwerfen?</translation>
    </message>
    <message>
        <source>Discard my change</source>
        <translation>Meine Änderung verwerfen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>It is not sent, and what you wrote is gone for good.</source>
        <translation>Es wird nicht gesendet, und was Sie geschrieben haben, ist endgültig weg.</translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Antrag</numerusform>
            <numerusform>%n Anträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority › {priority}</source>
        <translation>Priorität › {priority}</translation>
    </message>
    <message>
        <source>Not possible: {reason}</source>
        <translation>Nicht möglich: {reason}</translation>
    </message>
</context>
<context>
    <name>DoneToSeveral</name>
    <message numerus="yes">
        <source>Submitted %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket eingereicht</numerusform>
            <numerusform>%n Tickets eingereicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You handle %n ticket(s) more</source>
        <translation>
            <numerusform>Sie bearbeiten %n weiteres Ticket</numerusform>
            <numerusform>Sie bearbeiten %n weitere Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forwarded %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket weitergeleitet</numerusform>
            <numerusform>%n Tickets weitergeleitet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replied to %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket beantwortet</numerusform>
            <numerusform>%n Tickets beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note added to %n ticket(s)</source>
        <translation>
            <numerusform>Notiz zu %n Ticket hinzugefügt</numerusform>
            <numerusform>Notiz zu %n Tickets hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Completed %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket erledigt</numerusform>
            <numerusform>%n Tickets erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket geschlossen</numerusform>
            <numerusform>%n Tickets geschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket verschoben</numerusform>
            <numerusform>%n Tickets verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n ticket(s) changed</source>
        <translation>
            <numerusform>Priorität von %n Ticket geändert</numerusform>
            <numerusform>Priorität von %n Tickets geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s) changed</source>
        <translation>
            <numerusform>Tags von %n Ticket geändert</numerusform>
            <numerusform>Tags von %n Tickets geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket geändert</numerusform>
            <numerusform>%n Tickets geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Downloading {name}</source>
        <translation>{name} wird heruntergeladen</translation>
    </message>
    <message>
        <source>{size} · online only</source>
        <translation>{size} · nur online</translation>
    </message>
    <message>
        <source>{size} · comes when you are online</source>
        <translation>{size} · kommt, sobald Sie online sind</translation>
    </message>
    <message>
        <source>{done} of {size}</source>
        <translation>{done} von {size}</translation>
    </message>
    <message>
        <source>{size}</source>
        <translation>{size}</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. Try again.</source>
        <translation>Was ankam, ist nicht die gesendete Datei. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The server does not show it to you any more.</source>
        <translation>Der Server zeigt sie Ihnen nicht mehr.</translation>
    </message>
    <message>
        <source>Sign in again, then try again.</source>
        <translation>Melden Sie sich neu an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The disk refuses it. Try again.</source>
        <translation>Der Datenträger nimmt sie nicht an. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The server failed ({code}). Try again.</source>
        <translation>Der Server hat versagt ({code}). Erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Drop to attach to your reply</source>
        <translation>Zum Anhängen an Ihre Antwort ablegen</translation>
    </message>
    <message>
        <source>Drop to attach to your message</source>
        <translation>Zum Anhängen an Ihre Nachricht ablegen</translation>
    </message>
    <message>
        <source>Drop to attach to an internal note</source>
        <translation>Zum Anhängen an eine interne Notiz ablegen</translation>
    </message>
    <message>
        <source>Only staff can see it</source>
        <translation>Nur für Support sichtbar</translation>
    </message>
    <message>
        <source>Folders cannot be attached. Choose the files in them.</source>
        <translation>Ordner lassen sich nicht anhängen. Wählen Sie die Dateien darin.</translation>
    </message>
    <message>
        <source>{size} each</source>
        <translation>je {size}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>E-mail (.eml), to be sent by a mail program</source>
        <translation>E-Mail (.eml), zum Senden mit einem Mailprogramm</translation>
    </message>
    <message numerus="yes">
        <source>Export %n row(s)</source>
        <translation>
            <numerusform>%n Zeile exportieren</numerusform>
            <numerusform>%n Zeilen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>What the list shows now: %n row(s).</source>
        <translation>
            <numerusform>Was die Liste jetzt zeigt: %n Zeile.</numerusform>
            <numerusform>Was die Liste jetzt zeigt: %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Space switches a column on and off.</source>
        <translation>Die Leertaste schaltet eine Spalte ein und aus.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Wählen Sie mindestens eine Spalte.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>tickets.{ending}</source>
        <comment>a file name</comment>
        <translation>Tickets.{ending}</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>Excel workbook (xlsx)</source>
        <translation>Excel-Arbeitsmappe (xlsx)</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, für Programme</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>PDF, for reading and printing</source>
        <translation>PDF, zum Lesen und Drucken</translation>
    </message>
</context>
<context>
    <name>ExportTicketDialog</name>
    <message>
        <source>ticket</source>
        <comment>a file name</comment>
        <translation>ticket</translation>
    </message>
    <message>
        <source>Export {number}</source>
        <translation>{number} exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>The file holds internal notes as well; a letter never does, nor what only staff may read.</source>
        <translation>Die Datei enthält auch interne Notizen; ein Brief enthält sie nie, auch nichts, was nur Mitarbeiter lesen dürfen.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>%n Zeile in {file} geschrieben</numerusform>
            <numerusform>%n Zeilen in {file} geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>requests.{ending}</source>
        <comment>a file name</comment>
        <translation>antraege.{ending}</translation>
    </message>
</context>
<context>
    <name>ExportingTicket</name>
    <message>
        <source>{file} was written.</source>
        <translation>{file} wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>{file} was written without %n file(s) that are not on this computer: {names}</source>
        <translation>
            <numerusform>{file} wurde ohne %n Datei geschrieben, die nicht auf diesem Computer liegt: {names}</numerusform>
            <numerusform>{file} wurde ohne %n Dateien geschrieben, die nicht auf diesem Computer liegen: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>Leave feedback on {number}</source>
        <translation>Feedback zu {number} hinterlassen</translation>
    </message>
    <message>
        <source>Send feedback</source>
        <translation>Feedback senden</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>Feedback can be given only once.</source>
        <translation>Feedback kann nur einmal gegeben werden.</translation>
    </message>
</context>
<context>
    <name>FileCounts</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n files</source>
        <translation>
            <numerusform>höchstens %n Datei</numerusform>
            <numerusform>höchstens %n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDoors</name>
    <message>
        <source>“{name}” could run as a program, so it is only saved, never opened.</source>
        <translation>„{name}“ könnte als Programm laufen und wird deshalb nur gespeichert, nie geöffnet.</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>“{name}” could not be copied: it is not on this computer.</source>
        <translation>„{name}“ konnte nicht kopiert werden: Die Datei liegt nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
</context>
<context>
    <name>FileZone</name>
    <message>
        <source>Drop files here or</source>
        <translation>Dateien hierher ziehen oder</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>auswählen…</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien auswählen</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt…</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the files in it.</source>
        <translation>„{name}“ ist ein Ordner. Wählen Sie die Dateien darin.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>„{name}“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>„{name}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>Nicht angehängt</translation>
    </message>
    <message>
        <source>{size} each</source>
        <translation>je {size}</translation>
    </message>
    <message>
        <source>{count} of {most} files</source>
        <translation>{count} von {most} Dateien</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More filters…</source>
        <translation>Weitere Filter…</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>With attachments</source>
        <translation>Mit Anhängen</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Als Ansicht speichern…</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Tag, then Enter</source>
        <translation>Tag, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>Wartet auf uns</translation>
    </message>
    <message>
        <source>Handled by me</source>
        <translation>Von mir bearbeitet</translation>
    </message>
    <message>
        <source>Without a handler</source>
        <translation>Ohne Zuständige</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in this ticket</source>
        <translation>In diesem Ticket suchen</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
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
        <translation>{state}, {person}</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>New ticket from {number}</source>
        <translation>Neues Ticket zu {number}</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Einreichen</translation>
    </message>
    <message>
        <source>It refers to {number}, which stays as it ended.</source>
        <translation>Es bezieht sich auf {number}; das alte bleibt, wie es endete.</translation>
    </message>
</context>
<context>
    <name>FormParts</name>
    <message>
        <source>T&amp;itle</source>
        <translation>T&amp;itel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Do not write passwords or card numbers.</source>
        <translation>Schreiben Sie keine Passwörter oder Kartennummern.</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Attach&amp;ments</source>
        <translation>An&amp;hänge</translation>
    </message>
</context>
<context>
    <name>ForwardDialog</name>
    <message>
        <source>Forward {number}</source>
        <translation>{number} weiterleiten</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket weiterleiten</numerusform>
            <numerusform>%n Tickets weiterleiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Forward ticket</source>
        <translation>Ticket weiterleiten</translation>
    </message>
    <message>
        <source>Forward tickets</source>
        <translation>Tickets weiterleiten</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>What they should know</source>
        <translation>Was die Person wissen sollte</translation>
    </message>
    <message>
        <source>&amp;Note to the new owner</source>
        <translation>&amp;Notiz für die neue zuständige Person</translation>
    </message>
    <message>
        <source>Only staff see it.</source>
        <translation>Nur der Support sieht sie.</translation>
    </message>
    <message>
        <source>Tell the &amp;requester that the owner changed</source>
        <translation>&amp;Wechsel der anfragenden Person mitteilen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Zurück in die Warteschlange</translation>
    </message>
    <message>
        <source>Nobody owns it then</source>
        <translation>Dann ist niemand zuständig</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Not assigned yet</source>
        <translation>Noch nicht zugewiesen</translation>
    </message>
</context>
<context>
    <name>HandOnDialog</name>
    <message>
        <source>Hand on “{name}”</source>
        <translation>„{name}“ weitergeben</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>To a person</source>
        <translation>An eine Person</translation>
    </message>
    <message>
        <source>To a role</source>
        <translation>An eine Rolle</translation>
    </message>
    <message>
        <source>Who decides instead</source>
        <translation>Wer stattdessen entscheidet</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>Where they hold it</source>
        <translation>Wo sie gilt</translation>
    </message>
    <message>
        <source>&amp;Where they hold it</source>
        <translation>&amp;Wo sie gilt</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>What they should know</source>
        <translation>Was die Person wissen sollte</translation>
    </message>
    <message>
        <source>Whoever is asked at level {n} now is asked no longer.</source>
        <translation>Wer auf Stufe {n} jetzt gefragt ist, wird nicht mehr gefragt.</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the domain of the request</source>
        <translation>In der Domäne des Antrags</translation>
    </message>
    <message>
        <source>In the project of the request</source>
        <translation>Im Projekt des Antrags</translation>
    </message>
</context>
<context>
    <name>HandleDialog</name>
    <message>
        <source>Handle {number}?</source>
        <translation>{number} bearbeiten?</translation>
    </message>
    <message numerus="yes">
        <source>Handle %n ticket(s)?</source>
        <translation>
            <numerusform>%n Ticket bearbeiten?</numerusform>
            <numerusform>%n Tickets bearbeiten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Handle ticket</source>
        <comment>button</comment>
        <translation>Ticket bearbeiten</translation>
    </message>
    <message>
        <source>Handle tickets</source>
        <translation>Tickets bearbeiten</translation>
    </message>
    <message>
        <source>You become the owner, and the requester sees that you work on it.</source>
        <translation>Sie werden zuständig, und die anfragende Person sieht, dass Sie daran arbeiten.</translation>
    </message>
    <message>
        <source>Take over {number}?</source>
        <translation>{number} übernehmen?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>{name} has this ticket. You become its owner instead.</source>
        <translation>{name} hat dieses Ticket. Stattdessen werden Sie zuständig.</translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message>
        <source>{actor} handles the ticket now</source>
        <translation>{actor} bearbeitet das Ticket jetzt</translation>
    </message>
    <message>
        <source>{to_name} handles the ticket now</source>
        <translation>{to_name} bearbeitet das Ticket jetzt</translation>
    </message>
    <message>
        <source>{actor} asked whether the problem is solved</source>
        <translation>{actor} hat gefragt, ob das Problem gelöst ist</translation>
    </message>
    <message>
        <source>{actor} completed the ticket</source>
        <translation>{actor} hat das Ticket als erledigt markiert</translation>
    </message>
    <message>
        <source>{actor} confirmed the solution. Solved: {solved}</source>
        <translation>{actor} hat die Lösung bestätigt. Gelöst: {solved}</translation>
    </message>
    <message>
        <source>{actor} says that it is not solved</source>
        <translation>{actor} sagt, dass es nicht gelöst ist</translation>
    </message>
    <message>
        <source>{actor} closed the ticket</source>
        <translation>{actor} hat das Ticket geschlossen</translation>
    </message>
    <message>
        <source>{actor} cancelled the ticket</source>
        <translation>{actor} hat das Ticket abgebrochen</translation>
    </message>
    <message>
        <source>{actor} returned the ticket as incomplete</source>
        <translation>{actor} hat das Ticket als unvollständig zurückgegeben</translation>
    </message>
    <message>
        <source>{actor} gave feedback: {rating} of 5</source>
        <translation>{actor} hat Feedback gegeben: {rating} von 5</translation>
    </message>
    <message>
        <source>Closed after {days} days without an answer</source>
        <translation>Nach {days} Tagen ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>{actor} added {name}</source>
        <translation>{actor} hat {name} hinzugefügt</translation>
    </message>
    <message>
        <source>{actor} removed {name}</source>
        <translation>{actor} hat {name} entfernt</translation>
    </message>
    <message>
        <source>{actor} shared “{title}”</source>
        <translation>{actor} hat „{title}“ geteilt</translation>
    </message>
    <message>
        <source>{actor} took the ticket over from {from_name}</source>
        <translation>{actor} hat das Ticket von {from_name} übernommen</translation>
    </message>
    <message>
        <source>Forwarded to {to_name} by {actor}</source>
        <translation>Von {actor} an {to_name} weitergeleitet</translation>
    </message>
    <message>
        <source>{actor} put the ticket back in the queue</source>
        <translation>{actor} hat das Ticket in die Warteschlange zurückgelegt</translation>
    </message>
    <message>
        <source>{actor} moved the ticket. Type: {type}, service: {service}</source>
        <translation>{actor} hat das Ticket verschoben. Typ: {type}, Dienst: {service}</translation>
    </message>
    <message>
        <source>{actor} set the priority to {priority}</source>
        <translation>{actor} hat die Priorität auf {priority} gesetzt</translation>
    </message>
    <message>
        <source>Taken over from another system by {actor}</source>
        <translation>Von {actor} aus einem anderen System übernommen</translation>
    </message>
    <message>
        <source>{actor} closed the ticket. Solved: {solved}</source>
        <translation>{actor} hat das Ticket geschlossen. Gelöst: {solved}</translation>
    </message>
    <message>
        <source>This is no readable e-mail. The original is attached.</source>
        <translation>Das ist keine lesbare E-Mail. Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>The e-mail has no header lines. The original is attached.</source>
        <translation>Die E-Mail hat keine Kopfzeilen. Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>A header line was too long and was cut.</source>
        <translation>Eine Kopfzeile war zu lang und wurde gekürzt.</translation>
    </message>
    <message>
        <source>The sender&apos;s address could not be read.</source>
        <translation>Die Adresse des Absenders war nicht lesbar.</translation>
    </message>
    <message>
        <source>The e-mail says no date; the time of import stands here.</source>
        <translation>Die E-Mail nennt kein Datum; hier steht die Zeit des Imports.</translation>
    </message>
    <message>
        <source>The e-mail&apos;s date makes no sense; the time of import stands here.</source>
        <translation>Das Datum der E-Mail ergibt keinen Sinn; hier steht die Zeit des Imports.</translation>
    </message>
    <message>
        <source>The e-mail&apos;s character set is missing or wrong; it was guessed.</source>
        <translation>Der Zeichensatz der E-Mail fehlt oder stimmt nicht; er wurde geschätzt.</translation>
    </message>
    <message>
        <source>Some characters could not be decoded. The original is attached.</source>
        <translation>Einige Zeichen ließen sich nicht entschlüsseln. Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>A part is damaged and was kept as far as it could be read.</source>
        <translation>Ein Teil ist beschädigt und wurde erhalten, soweit er lesbar war.</translation>
    </message>
    <message>
        <source>A part is encoded in an unknown way and was kept raw.</source>
        <translation>Ein Teil ist unbekannt kodiert und blieb unverändert.</translation>
    </message>
    <message>
        <source>The formatted text is very long; it is shown as plain text.</source>
        <translation>Der formatierte Text ist sehr lang und wird als einfacher Text gezeigt.</translation>
    </message>
    <message>
        <source>The text is very long and was cut. The original is attached.</source>
        <translation>Der Text ist sehr lang und wurde gekürzt. Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>Parts lie too deep in one another. The original is attached.</source>
        <translation>Die Teile sind zu tief verschachtelt. Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>There are too many parts. The original is attached.</source>
        <translation>Es sind zu viele Teile. Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>The parts are not separated rightly; they were kept whole.</source>
        <translation>Die Teile sind nicht richtig getrennt und blieben zusammen.</translation>
    </message>
    <message>
        <source>The e-mail breaks off before its end.</source>
        <translation>Die E-Mail bricht vor dem Ende ab.</translation>
    </message>
    <message>
        <source>There was text outside all parts. The original is attached.</source>
        <translation>Außerhalb aller Teile stand Text. Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>Something about this e-mail is odd ({code}). The original is attached.</source>
        <translation>Etwas an dieser E-Mail ist ungewöhnlich ({code}). Das Original ist angehängt.</translation>
    </message>
    <message>
        <source>Submitted {number}</source>
        <translation>{number} eingereicht</translation>
    </message>
    <message>
        <source>You handle {number} now</source>
        <translation>Sie bearbeiten jetzt {number}</translation>
    </message>
    <message>
        <source>Forwarded {number} to {to}</source>
        <translation>{number} an {to} weitergeleitet</translation>
    </message>
    <message>
        <source>Replied to {number}</source>
        <translation>{number} beantwortet</translation>
    </message>
    <message>
        <source>Note added to {number}</source>
        <translation>Notiz zu {number} hinzugefügt</translation>
    </message>
    <message>
        <source>Completed {number}</source>
        <translation>{number} erledigt</translation>
    </message>
    <message>
        <source>Closed {number}</source>
        <translation>{number} geschlossen</translation>
    </message>
    <message>
        <source>Moved {number}</source>
        <translation>{number} verschoben</translation>
    </message>
    <message>
        <source>Priority of {number} changed</source>
        <translation>Priorität von {number} geändert</translation>
    </message>
    <message>
        <source>Tags of {number} changed</source>
        <translation>Tags von {number} geändert</translation>
    </message>
    <message>
        <source>Cancelled {number}</source>
        <translation>{number} abgebrochen</translation>
    </message>
    <message>
        <source>Your answer on {number} was sent</source>
        <translation>Ihre Antwort zu {number} wurde gesendet</translation>
    </message>
    <message>
        <source>Your feedback on {number} was sent</source>
        <translation>Ihr Feedback zu {number} wurde gesendet</translation>
    </message>
    <message>
        <source>Submitted a new ticket from {number}</source>
        <translation>Neues Ticket aus {number} eingereicht</translation>
    </message>
    <message>
        <source>Returned {number} as incomplete</source>
        <translation>{number} als unvollständig zurückgegeben</translation>
    </message>
    <message>
        <source>People of {number} changed</source>
        <translation>Personen von {number} geändert</translation>
    </message>
    <message>
        <source>Shared a link in {number}</source>
        <translation>Link in {number} geteilt</translation>
    </message>
    <message>
        <source>Put {number} back in the queue</source>
        <translation>{number} zurück in die Warteschlange gelegt</translation>
    </message>
    <message>
        <source>Confirmation of {number} requested</source>
        <translation>Bestätigung für {number} angefordert</translation>
    </message>
    <message>
        <source>{action}: {number}</source>
        <translation>{action}: {number}</translation>
    </message>
    <message>
        <source>Undo {action} {number}</source>
        <translation>Rückgängig: {action} {number}</translation>
    </message>
    <message>
        <source>Undone: {action} {number}</source>
        <translation>Rückgängig gemacht: {action} {number}</translation>
    </message>
</context>
<context>
    <name>HeadCounts</name>
    <message numerus="yes">
        <source>{title}, %n ticket(s)</source>
        <translation>
            <numerusform>{title}, %n Ticket</numerusform>
            <numerusform>{title}, %n Tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Search tickets and people</source>
        <translation>Tickets und Personen suchen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Search tickets, requests, people</source>
        <translation>Tickets, Anträge, Personen suchen</translation>
    </message>
    <message>
        <source>Desk {title}</source>
        <translation>Desk {title}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import letters and tickets</source>
        <translation>E-Mails und Tickets importieren</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The import ended early. What was read until then is on the desk.</source>
        <translation>Der Import endete vorzeitig. Was bis dahin gelesen wurde, ist auf dem Desk.</translation>
    </message>
    <message>
        <source>Go on behind the window</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Erneut importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) taken in</source>
        <translation>
            <numerusform>%n Nachricht übernommen</numerusform>
            <numerusform>%n Nachrichten übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new ticket(s)</source>
        <translation>
            <numerusform>%n neues Ticket</numerusform>
            <numerusform>%n neue Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n schon vorhanden</numerusform>
            <numerusform>%n schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n nicht übernommen</numerusform>
            <numerusform>%n nicht übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <comment>files, letters or rows</comment>
        <translation>
            <numerusform>%n gelesen</numerusform>
            <numerusform>%n gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. {read}: {what}.</source>
        <translation>Angehalten. {read}: {what}.</translation>
    </message>
    <message>
        <source>{read}: {what}.</source>
        <translation>{read}: {what}.</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>E-mails (eml, mbox, maildir), csv and json.</source>
        <translation>E-Mails (eml, mbox, maildir), csv und json.</translation>
    </message>
    <message>
        <source>&amp;Source of new tickets</source>
        <translation>&amp;Quelle neuer Tickets</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
</context>
<context>
    <name>JobsPopover</name>
    <message>
        <source>Work in progress</source>
        <translation>Laufende Arbeiten</translation>
    </message>
    <message>
        <source>Nothing is going on.</source>
        <translation>Zurzeit läuft nichts.</translation>
    </message>
</context>
<context>
    <name>KeptForm</name>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>What you wrote before is here again.</source>
        <translation>Was Sie zuvor geschrieben haben, ist wieder da.</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Entwurf gespeichert</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>Entwurf nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>LevelCard</name>
    <message>
        <source>Level {n}</source>
        <translation>Stufe {n}</translation>
    </message>
    <message>
        <source>Name of level {n}</source>
        <translation>Name der Stufe {n}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Who decides level {n}</source>
        <translation>Wer über Stufe {n} entscheidet</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Role of level {n}</source>
        <translation>Rolle der Stufe {n}</translation>
    </message>
    <message>
        <source>Choose a role</source>
        <translation>Rolle wählen</translation>
    </message>
    <message>
        <source>Move level {n} up</source>
        <translation>Stufe {n} nach oben</translation>
    </message>
    <message>
        <source>Move level {n} down</source>
        <translation>Stufe {n} nach unten</translation>
    </message>
    <message>
        <source>Remove level {n}</source>
        <translation>Stufe {n} entfernen</translation>
    </message>
    <message>
        <source>Drag to another place</source>
        <translation>An eine andere Stelle ziehen</translation>
    </message>
    <message>
        <source>Approver range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Persons of level {n}</source>
        <translation>Personen der Stufe {n}</translation>
    </message>
    <message>
        <source>Add a person to level {n}</source>
        <translation>Stufe {n} eine Person hinzufügen</translation>
    </message>
    <message>
        <source>Choose someone else</source>
        <translation>Jemand anderen wählen</translation>
    </message>
    <message>
        <source>Hide rule and deadline</source>
        <translation>Regel und Frist ausblenden</translation>
    </message>
    <message>
        <source>Rule and deadline</source>
        <translation>Regel und Frist</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>You can reply after you handle the ticket.</source>
        <translation>Sie können antworten, sobald Sie das Ticket bearbeiten.</translation>
    </message>
    <message>
        <source>This ticket is closed. It takes no more messages.</source>
        <translation>Dieses Ticket ist geschlossen. Es nimmt keine Nachrichten mehr an.</translation>
    </message>
    <message>
        <source>This ticket was cancelled. It takes no more messages.</source>
        <translation>Dieses Ticket wurde abgebrochen. Es nimmt keine Nachrichten mehr an.</translation>
    </message>
    <message>
        <source>The requester was asked whether it is solved. You can reply after the answer.</source>
        <translation>Die anfragende Person wurde gefragt, ob es gelöst ist. Nach der Antwort können Sie wieder schreiben.</translation>
    </message>
    <message>
        <source>There is no e-mail thread to answer in. Copy the number and quote it when you write again.</source>
        <translation>Es gibt keinen E-Mail-Verlauf für eine Antwort. Kopieren Sie die Nummer und nennen Sie sie, wenn Sie wieder schreiben.</translation>
    </message>
    <message>
        <source>You can read this ticket, but its requester and support write in it.</source>
        <translation>Sie können dieses Ticket lesen; darin schreiben die anfragende Person und der Support.</translation>
    </message>
    <message>
        <source>Internal notes are possible now.</source>
        <translation>Interne Notizen sind jetzt möglich.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>New ticket from this…</source>
        <translation>Neues Ticket hierzu…</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>Art des Gegenstands</translation>
    </message>
    <message>
        <source>Id of the object</source>
        <translation>ID des Gegenstands</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Failed: {why}</source>
        <translation>Fehlgeschlagen: {why}</translation>
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
        <translation>Anruf erfassen</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Anruf erfassen</translation>
    </message>
    <message>
        <source>&amp;Who called</source>
        <translation>&amp;Wer hat angerufen</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>May be left empty.</source>
        <translation>Kann leer bleiben.</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>Only staff see them.</source>
        <translation>Nur der Support sieht sie.</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minuten</translation>
    </message>
    <message>
        <source>Choose a person from the list.</source>
        <translation>Wählen Sie eine Person aus der Liste.</translation>
    </message>
    <message>
        <source>The call is about {number}</source>
        <translation>Der Anruf betrifft {number}</translation>
    </message>
</context>
<context>
    <name>LogEntryDialog</name>
    <message>
        <source>{action}: {thing}</source>
        <translation>{action}: {thing}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Yes: it can no longer be changed unseen</source>
        <translation>Ja: Änderungen fielen auf</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Operation log</source>
        <translation>Vorgangsprotokoll</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Wer es tat</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Load {n} more</source>
        <translation>{n} weitere laden</translation>
    </message>
    <message>
        <source>Export writes the rows shown here.</source>
        <translation>Exportiert werden die Zeilen, die hier stehen.</translation>
    </message>
    <message>
        <source>Nothing was done</source>
        <translation>Nichts geschehen</translation>
    </message>
    <message>
        <source>No entry is of these days, actions and people.</source>
        <translation>Kein Eintrag passt zu diesen Tagen, Aktionen und Personen.</translation>
    </message>
    <message>
        <source>{n} of more than {all}</source>
        <translation>{n} von mehr als {all}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
    </message>
    <message>
        <source>operation-log.{ending}</source>
        <comment>a file name</comment>
        <translation>vorgangsprotokoll.{ending}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}</source>
        <translation>
            <numerusform>%n Zeile in {file} geschrieben</numerusform>
            <numerusform>%n Zeilen in {file} geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostTicket</name>
    <message>
        <source>You no longer have access to this ticket</source>
        <translation>Sie haben keinen Zugriff mehr auf dieses Ticket</translation>
    </message>
    <message>
        <source>What you wrote and did not send is kept in the Outbox, where you can copy it.</source>
        <translation>Was Sie geschrieben und nicht gesendet haben, liegt im Postausgang; dort können Sie es kopieren.</translation>
    </message>
    <message>
        <source>Show Outbox</source>
        <translation>Postausgang zeigen</translation>
    </message>
    <message>
        <source>It was moved, or your rights changed. What you sent before has arrived.</source>
        <translation>Es wurde verschoben, oder Ihre Rechte haben sich geändert. Was Sie vorher gesendet haben, ist angekommen.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
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
        <translation>Hier hat noch niemand eine Rolle.</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Message of {author}</source>
        <translation>Nachricht von {author}</translation>
    </message>
    <message numerus="yes">
        <source>Phone call, %n min</source>
        <translation>
            <numerusform>Telefonat, %n min</numerusform>
            <numerusform>Telefonat, %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf den Versand</translation>
    </message>
    <message>
        <source>Written before {name}’s message above had arrived</source>
        <translation>Geschrieben, bevor die Nachricht von {name} darüber angekommen war</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>MessageStream</name>
    <message numerus="yes">
        <source>Load %n earlier messages</source>
        <translation>
            <numerusform>%n frühere Nachricht laden</numerusform>
            <numerusform>%n frühere Nachrichten laden</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move {number}</source>
        <translation>{number} verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket verschieben</numerusform>
            <numerusform>%n Tickets verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Move ticket</source>
        <translation>Ticket verschieben</translation>
    </message>
    <message>
        <source>Move tickets</source>
        <translation>Tickets verschieben</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>Choose another type or service first.</source>
        <translation>Wählen Sie zuerst einen anderen Typ oder Dienst.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>My pending</source>
        <translation>Meine offenen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>I resolved</source>
        <translation>Von mir erledigt</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>Meine Tickets</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>Meine Organisation</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message>
        <source>I involved</source>
        <translation>Mit mir</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anträge</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anträge</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Process setup</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>Vorgangsprotokoll</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Waits for the customer</source>
        <translation>Wartet auf Kundschaft</translation>
    </message>
    <message>
        <source>Waits for us</source>
        <translation>Wartet auf uns</translation>
    </message>
    <message>
        <source>Waits for confirmation</source>
        <translation>Wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Fatal</source>
        <translation>Fatal</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Conference call</source>
        <translation>Telefonkonferenz</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>Systemmeldung</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Telefonat</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragende Person</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Confirm the solution</source>
        <translation>Lösung bestätigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Return as incomplete</source>
        <translation>Als unvollständig zurückgeben</translation>
    </message>
    <message>
        <source>Leave feedback</source>
        <translation>Feedback hinterlassen</translation>
    </message>
    <message>
        <source>New ticket from this</source>
        <translation>Neues Ticket hierzu</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Priorität setzen</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>Tags ändern</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Remove a participant</source>
        <translation>Person entfernen</translation>
    </message>
    <message>
        <source>Share a link</source>
        <translation>Link teilen</translation>
    </message>
    <message>
        <source>Close for want of an answer</source>
        <translation>Mangels Antwort schließen</translation>
    </message>
    <message>
        <source>Receive an e-mail</source>
        <translation>E-Mail empfangen</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Anruf erfassen</translation>
    </message>
    <message>
        <source>Import a ticket</source>
        <translation>Ticket importieren</translation>
    </message>
    <message>
        <source>Import a message</source>
        <translation>Nachricht importieren</translation>
    </message>
    <message>
        <source>Save a view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Save a canned reply</source>
        <translation>Textbaustein speichern</translation>
    </message>
    <message>
        <source>Save a scheme</source>
        <translation>Schema speichern</translation>
    </message>
    <message>
        <source>Save a source</source>
        <translation>Quelle speichern</translation>
    </message>
    <message>
        <source>Set the default handler</source>
        <translation>Standardzuständigkeit festlegen</translation>
    </message>
    <message>
        <source>Save a ticket type</source>
        <translation>Tickettyp speichern</translation>
    </message>
    <message>
        <source>Save a service</source>
        <translation>Dienst speichern</translation>
    </message>
    <message>
        <source>Set the owners of a service</source>
        <translation>Zuständige eines Dienstes festlegen</translation>
    </message>
    <message>
        <source>Save a handler</source>
        <translation>Bearbeitende speichern</translation>
    </message>
    <message>
        <source>Save a person</source>
        <translation>Person speichern</translation>
    </message>
    <message>
        <source>Disable a person</source>
        <translation>Person deaktivieren</translation>
    </message>
    <message>
        <source>Save an organisation</source>
        <translation>Organisation speichern</translation>
    </message>
    <message>
        <source>Save a project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Assign a role</source>
        <translation>Rolle zuweisen</translation>
    </message>
    <message>
        <source>Revoke a role</source>
        <translation>Rolle entziehen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neuer Antrag</translation>
    </message>
    <message>
        <source>Change a request</source>
        <translation>Antrag ändern</translation>
    </message>
    <message>
        <source>Withdraw a request</source>
        <translation>Antrag zurückziehen</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Hand a level on</source>
        <translation>Stufe weitergeben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Carry out a request</source>
        <translation>Antrag ausführen</translation>
    </message>
    <message>
        <source>Remind of a request</source>
        <translation>An einen Antrag erinnern</translation>
    </message>
    <message>
        <source>Escalate a request</source>
        <translation>Antrag eskalieren</translation>
    </message>
    <message>
        <source>Name a delegate</source>
        <translation>Vertretung benennen</translation>
    </message>
    <message>
        <source>Revoke a delegate</source>
        <translation>Vertretung aufheben</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Save the desk</source>
        <translation>Desk sichern</translation>
    </message>
    <message>
        <source>Save a process</source>
        <translation>Ablauf sichern</translation>
    </message>
    <message>
        <source>Enable a process</source>
        <translation>Ablauf einschalten</translation>
    </message>
    <message>
        <source>Disable a process</source>
        <translation>Ablauf ausschalten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Status id</source>
        <translation>Status-ID</translation>
    </message>
    <message>
        <source>Kind of status</source>
        <translation>Art des Status</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Upstream link</source>
        <translation>Upstream-Link</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Not final yet</source>
        <translation>Noch nicht endgültig</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Initiator</source>
        <translation>Antragsteller</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Bearbeitung</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Conference call – {user}</source>
        <translation>Telefonkonferenz – {user}</translation>
    </message>
    <message>
        <source>Phone call – {user}</source>
        <translation>Telefonat – {user}</translation>
    </message>
</context>
<context>
    <name>NavModel</name>
    <message>
        <source>{section}: {place}, {count}</source>
        <translation>{section}: {place}, {count}</translation>
    </message>
    <message>
        <source>{section}: {place}</source>
        <translation>{section}: {place}</translation>
    </message>
</context>
<context>
    <name>NavPane</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
</context>
<context>
    <name>NewTicketDialog</name>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Einreichen</translation>
    </message>
    <message>
        <source>Choose a person from the list, or leave it empty to file it for yourself.</source>
        <translation>Wählen Sie eine Person aus der Liste, oder lassen Sie das Feld leer, um es für sich selbst einzureichen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>Re&amp;quester</source>
        <translation>Anfra&amp;gende Person</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>Geschäfts-ID</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>Geschäftstyp</translation>
    </message>
    <message>
        <source>Not listed…</source>
        <translation>Nicht aufgeführt…</translation>
    </message>
    <message>
        <source>Me, {name}</source>
        <translation>Ich, {name}</translation>
    </message>
    <message>
        <source>A service that is not in the list: write to {address}.</source>
        <translation>Der Dienst steht nicht in der Liste? Schreiben Sie an {address}.</translation>
    </message>
    <message>
        <source>The form could not be written: {reason}</source>
        <translation>Das Formular konnte nicht geschrieben werden: {reason}</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>This ticket is assigned to you, but work has not started. Choose Handle to start it.</source>
        <translation>Dieses Ticket ist Ihnen zugewiesen, aber noch nicht begonnen. Wählen Sie „Bearbeiten“, um zu beginnen.</translation>
    </message>
    <message>
        <source>{handler} has not started work yet.</source>
        <translation>{handler} hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Nobody owns this ticket yet. Choose Handle to take it.</source>
        <translation>Für dieses Ticket ist noch niemand zuständig. Wählen Sie „Bearbeiten“, um es zu nehmen.</translation>
    </message>
    <message>
        <source>It is your turn: {requester} waits for an answer.</source>
        <translation>Sie sind dran: {requester} wartet auf eine Antwort.</translation>
    </message>
    <message>
        <source>{handler} works on this ticket.</source>
        <translation>{handler} bearbeitet dieses Ticket.</translation>
    </message>
    <message>
        <source>{requester} has written and waits for your answer.</source>
        <translation>{requester} hat geschrieben und wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>{requester} has written and waits for {handler}.</source>
        <translation>{requester} hat geschrieben und wartet auf {handler}.</translation>
    </message>
    <message>
        <source>We wait for an answer of {requester}.</source>
        <translation>Wir warten auf eine Antwort von {requester}.</translation>
    </message>
    <message>
        <source>{requester} was asked whether the problem is solved.</source>
        <translation>{requester} wurde gefragt, ob das Problem gelöst ist.</translation>
    </message>
    <message>
        <source>This ticket was closed on {closed}.</source>
        <translation>Dieses Ticket wurde am {closed} geschlossen.</translation>
    </message>
    <message>
        <source>This ticket was cancelled.</source>
        <translation>Dieses Ticket wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nobody owns this ticket now. {requester} waits.</source>
        <translation>Für dieses Ticket ist gerade niemand zuständig. {requester} wartet.</translation>
    </message>
    <message>
        <source>Support has received your ticket.</source>
        <translation>Der Support hat Ihr Ticket erhalten.</translation>
    </message>
    <message>
        <source>{support} is working on your ticket.</source>
        <translation>{support} bearbeitet Ihr Ticket.</translation>
    </message>
    <message>
        <source>{support} has received your answer.</source>
        <translation>{support} hat Ihre Antwort erhalten.</translation>
    </message>
    <message>
        <source>{support} has answered and waits for you.</source>
        <translation>{support} hat geantwortet und wartet auf Sie.</translation>
    </message>
    <message>
        <source>Support thinks this is solved. Please confirm, or write what is still wrong.</source>
        <translation>Der Support hält das für gelöst. Bitte bestätigen Sie es, oder schreiben Sie, was noch nicht stimmt.</translation>
    </message>
    <message>
        <source>This ticket was closed. If you have more questions, open a new ticket and refer to this one.</source>
        <translation>Dieses Ticket wurde geschlossen. Bei weiteren Fragen legen Sie ein neues Ticket an und beziehen sich auf dieses.</translation>
    </message>
    <message>
        <source>This ticket was cancelled. If you have more questions, open a new ticket and refer to this one.</source>
        <translation>Dieses Ticket wurde abgebrochen. Bei weiteren Fragen legen Sie ein neues Ticket an und beziehen sich auf dieses.</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>The form was returned as incomplete: {reason}</source>
        <translation>Das Formular wurde als unvollständig zurückgegeben: {reason}</translation>
    </message>
    <message>
        <source>Opening the ticket with Enter starts work on it.</source>
        <translation>Wenn Sie das Ticket mit der Eingabetaste öffnen, beginnt die Bearbeitung.</translation>
    </message>
    <message>
        <source>This desk sends no mail; export the reply as .eml.</source>
        <translation>Dieser Desk sendet keine E-Mails; exportieren Sie die Antwort als .eml.</translation>
    </message>
    <message>
        <source>Without an answer the ticket closes on {date}.</source>
        <translation>Ohne Antwort schließt das Ticket am {date}.</translation>
    </message>
    <message>
        <source>Support answers {hours}.</source>
        <translation>Der Support antwortet {hours}.</translation>
    </message>
    <message>
        <source>Thank you for your feedback.</source>
        <translation>Danke für Ihr Feedback.</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Waiting to send</source>
        <translation>Wartet auf Versand</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Entscheidung nötig</translation>
    </message>
    <message>
        <source>New ticket {number}</source>
        <translation>Neues Ticket {number}</translation>
    </message>
    <message>
        <source>Handle {number}</source>
        <translation>{number} übernehmen</translation>
    </message>
    <message>
        <source>Forward {number}</source>
        <translation>{number} weiterleiten</translation>
    </message>
    <message>
        <source>Reply to {number}</source>
        <translation>Antwort auf {number}</translation>
    </message>
    <message>
        <source>Note on {number}</source>
        <translation>Notiz zu {number}</translation>
    </message>
    <message>
        <source>Complete {number}</source>
        <translation>{number} abschließen</translation>
    </message>
    <message>
        <source>Answer on {number}</source>
        <translation>Rückmeldung zu {number}</translation>
    </message>
    <message>
        <source>Close {number}</source>
        <translation>{number} schließen</translation>
    </message>
    <message>
        <source>Cancel {number}</source>
        <translation>{number} abbrechen</translation>
    </message>
    <message>
        <source>Move {number}</source>
        <translation>{number} verschieben</translation>
    </message>
    <message>
        <source>Priority of {number}</source>
        <translation>Priorität von {number}</translation>
    </message>
    <message>
        <source>Tags of {number}</source>
        <translation>Schlagwörter von {number}</translation>
    </message>
    <message>
        <source>Feedback on {number}</source>
        <translation>Bewertung von {number}</translation>
    </message>
    <message>
        <source>New request {number}</source>
        <translation>Neuer Antrag {number}</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>{number} ändern</translation>
    </message>
    <message>
        <source>Withdraw {number}</source>
        <translation>{number} zurückziehen</translation>
    </message>
    <message>
        <source>Pass {number}</source>
        <translation>{number} genehmigen</translation>
    </message>
    <message>
        <source>Reject {number}</source>
        <translation>{number} ablehnen</translation>
    </message>
    <message>
        <source>Try {number} again</source>
        <translation>{number} erneut versuchen</translation>
    </message>
    <message>
        <source>{action}: {number}</source>
        <translation>{action}: {number}</translation>
    </message>
    <message>
        <source>The requester wrote after you did this. Nothing was sent. Choose what should happen; your text is kept either way.</source>
        <translation>Nach Ihrer Änderung hat der Anfragende geschrieben. Es wurde nichts gesendet. Entscheiden Sie, was geschehen soll; Ihr Text bleibt in jedem Fall erhalten.</translation>
    </message>
    <message>
        <source>You no longer have access to this ticket. Nothing was sent; your text is kept here.</source>
        <translation>Sie haben keinen Zugriff mehr auf dieses Ticket. Es wurde nichts gesendet; Ihr Text bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>What is requested has changed since you decided. Nothing was sent. Look at it again and decide anew.</source>
        <translation>Was beantragt wird, hat sich seit Ihrer Entscheidung geändert. Nichts wurde gesendet. Sehen Sie es noch einmal an und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>What is requested has changed since you decided: {changes}. Nothing was sent. Look at it again and decide anew.</source>
        <translation>Was beantragt wird, hat sich geändert, seit Sie entschieden haben: {changes}. Es wurde nichts gesendet. Sehen Sie es noch einmal an und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>Nothing was sent: {reason}</source>
        <translation>Es wurde nichts gesendet: {reason}</translation>
    </message>
    <message>
        <source>Not recorded: {reason}</source>
        <translation>Nicht festgehalten: {reason}</translation>
    </message>
    <message>
        <source>Your text is kept until you discard it.</source>
        <translation>Ihr Text bleibt, bis Sie ihn verwerfen.</translation>
    </message>
    <message>
        <source>The server failed on this again and again ({code}). Your text is kept; try again or discard it.</source>
        <translation>Der Server ist hieran immer wieder gescheitert ({code}). Ihr Text bleibt erhalten; versuchen Sie es erneut oder verwerfen Sie ihn.</translation>
    </message>
    <message>
        <source>This has waited for a long time, so it is not sent unasked. Send it if it still holds.</source>
        <translation>Dies hat lange gewartet und wird darum nicht ungefragt gesendet. Senden Sie es, wenn es noch gilt.</translation>
    </message>
    <message>
        <source>It waits for the server. As things stand here, it may be refused: {reason}</source>
        <translation>Es wartet auf den Server. Nach dem hiesigen Stand wird es vielleicht abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>You work offline.</source>
        <translation>Sie arbeiten offline.</translation>
    </message>
    <message>
        <source>The server asks for patience.</source>
        <translation>Der Server bittet um Geduld.</translation>
    </message>
    <message>
        <source>What answers cannot prove to be your server, so nothing is sent. Ask its operator.</source>
        <translation>Was antwortet, kann nicht beweisen, Ihr Server zu sein; darum wird nichts gesendet. Fragen Sie den Betreiber.</translation>
    </message>
    <message>
        <source>A network setting of this computer (AGENTDESK_CA_FILE, AGENTDESK_PINS or AGENTDESK_PROXY) cannot be used. Correct it and start AgentDesk again.</source>
        <translation>Eine Netzwerkeinstellung dieses Rechners (AGENTDESK_CA_FILE, AGENTDESK_PINS oder AGENTDESK_PROXY) ist nicht brauchbar. Berichtigen Sie sie und starten Sie AgentDesk neu.</translation>
    </message>
    <message>
        <source>AgentDesk and the server speak different versions. Update the older one.</source>
        <translation>AgentDesk und der Server sprechen verschiedene Versionen. Aktualisieren Sie die ältere.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Sie sind offline.</translation>
    </message>
    <message>
        <source>The server answers what AgentDesk cannot use ({code}). Its operator has to look.</source>
        <translation>Der Server antwortet, was AgentDesk nicht verwenden kann ({code}). Sein Betreiber muss nachsehen.</translation>
    </message>
    <message>
        <source>{action}: a ticket you can no longer see</source>
        <translation>{action}: ein Ticket, das Sie nicht mehr sehen</translation>
    </message>
    <message>
        <source>Your message came back: {reason} It stands in the reply box again.</source>
        <translation>Ihre Nachricht kam zurück: {reason} Sie steht wieder im Antwortfeld.</translation>
    </message>
    <message>
        <source>Your message “{text}” came back: {reason}</source>
        <translation>Ihre Nachricht „{text}“ kam zurück: {reason}</translation>
    </message>
    <message>
        <source>You can no longer write here. What you had typed is kept: “{text}”</source>
        <translation>Hier können Sie nicht mehr schreiben. Was Sie getippt hatten, ist aufbewahrt: „{text}“</translation>
    </message>
    <message>
        <source>{title} came back: {reason}</source>
        <translation>{title} kam zurück: {reason}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>{key}: {value}</source>
        <translation>{key}: {value}</translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>Nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation>Wird aktualisiert …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Not in step with the server</source>
        <translation>Nicht im Gleichschritt mit dem Server</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Offline seit {time}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>{done} of {all} tickets</source>
        <translation>{done} von {all} Tickets</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <source>oldest {age}</source>
        <translation>älteste {age}</translation>
    </message>
</context>
<context>
    <name>OutboxDetail</name>
    <message>
        <source>Discard my change</source>
        <translation>Meine Änderung verwerfen</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Ticket öffnen</translation>
    </message>
    <message>
        <source>Keep open, send my comment as a reply</source>
        <translation>Offen lassen, meinen Kommentar als Antwort senden</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Was Sie getan haben</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>Was Sie geschrieben haben</translation>
    </message>
    <message>
        <source>{title} needs a decision</source>
        <translation>{title}: Entscheidung nötig</translation>
    </message>
    <message>
        <source>{title} was not sent</source>
        <translation>{title}: nicht gesendet</translation>
    </message>
    <message>
        <source>Made {time} on this computer</source>
        <translation>{time} auf diesem Computer</translation>
    </message>
    <message>
        <source>You no longer have access to it, or it has not reached the server yet.</source>
        <translation>Sie haben keinen Zugriff mehr darauf, oder es hat den Server noch nicht erreicht.</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Antrag</translation>
    </message>
    <message>
        <source>It has not reached the server yet.</source>
        <translation>Er ist noch nicht beim Server angekommen.</translation>
    </message>
    <message>
        <source>Changed {time}</source>
        <translation>Geändert {time}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>{name}: “{text}”</source>
        <translation>{name}: „{text}“</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>Antrag öffnen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
</context>
<context>
    <name>OutboxPane</name>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Everything you did has arrived.</source>
        <translation>Alles, was Sie getan haben, ist angekommen.</translation>
    </message>
</context>
<context>
    <name>OwnerFoot</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>New host…</source>
        <translation>Neuer Host…</translation>
    </message>
    <message>
        <source>Ask for another quota…</source>
        <translation>Anderes Kontingent beantragen…</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Beitreten…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Choose hosts to change or delete them.</source>
        <translation>Wählen Sie Hosts, um sie zu ändern oder zu löschen.</translation>
    </message>
    <message>
        <source>A host in the trash takes nothing of the quota.</source>
        <translation>Ein Host im Papierkorb belegt nichts vom Kontingent.</translation>
    </message>
</context>
<context>
    <name>OwnerHead</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>What belongs to it</source>
        <translation>Was dazugehört</translation>
    </message>
</context>
<context>
    <name>OwnerPane</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Hosts in the trash</source>
        <translation>Hosts im Papierkorb</translation>
    </message>
    <message>
        <source>No hosts</source>
        <translation>Keine Hosts</translation>
    </message>
    <message>
        <source>What is asked for and passed then runs here.</source>
        <translation>Was beantragt und genehmigt wird, läuft dann hier.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>Deleted hosts lie here and can come back.</source>
        <translation>Gelöschte Hosts liegen hier und können zurückgeholt werden.</translation>
    </message>
</context>
<context>
    <name>OwnersPane</name>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Projects and domains</source>
        <translation>Projekte und Domänen</translation>
    </message>
    <message>
        <source>Nothing to see yet</source>
        <translation>Noch nichts zu sehen</translation>
    </message>
    <message>
        <source>Join a project first; its hosts and its quota then stand here.</source>
        <translation>Treten Sie zuerst einem Projekt bei; seine Hosts und sein Kontingent stehen dann hier.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) cannot be found yet.</source>
        <translation>
            <numerusform>%n Nachricht ist noch nicht auffindbar.</numerusform>
            <numerusform>%n Nachrichten sind noch nicht auffindbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>This request</source>
        <translation>Dieser Antrag</translation>
    </message>
    <message>
        <source>This ticket</source>
        <translation>Dieses Ticket</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Tickets and requests</source>
        <translation>Tickets und Anträge</translation>
    </message>
    <message>
        <source>Tickets, requests and people</source>
        <translation>Tickets, Anträge und Personen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>&gt; commands   # tickets   @ people</source>
        <translation>&gt; Befehle   # Tickets   @ Personen</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Present owner of the account</source>
        <translation>Derzeitige Inhaberin oder Inhaber des Kontos</translation>
    </message>
    <message>
        <source>New owner of the account</source>
        <translation>Neue Inhaberin oder Inhaber des Kontos</translation>
    </message>
    <message>
        <source>E-mail of the new owner</source>
        <translation>E-Mail der neuen Inhaberin oder des neuen Inhabers</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Place and date</source>
        <translation>Ort und Datum</translation>
    </message>
    <message>
        <source>Name and signature</source>
        <translation>Name und Unterschrift</translation>
    </message>
    <message>
        <source>Official company seal</source>
        <translation>Offizieller Firmenstempel</translation>
    </message>
    <message>
        <source>Submitted by {name}</source>
        <translation>Eingereicht von {name}</translation>
    </message>
</context>
<context>
    <name>ParticipantsDialog</name>
    <message>
        <source>People on {number}</source>
        <translation>Personen zu {number}</translation>
    </message>
    <message>
        <source>Save people</source>
        <translation>Personen speichern</translation>
    </message>
    <message>
        <source>People who read along</source>
        <translation>Mitlesende</translation>
    </message>
    <message>
        <source>They see the ticket and read along.</source>
        <translation>Sie sehen das Ticket und lesen mit.</translation>
    </message>
    <message>
        <source>&amp;Add a person</source>
        <translation>Person &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Choose a person from the list, or empty the field.</source>
        <translation>Wählen Sie eine Person aus der Liste, oder leeren Sie das Feld.</translation>
    </message>
</context>
<context>
    <name>PassDialog</name>
    <message>
        <source>Pass “{name}”</source>
        <translation>„{name}“ genehmigen</translation>
    </message>
    <message>
        <source>Pass request</source>
        <translation>Antrag genehmigen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>{name} sees this note.</source>
        <translation>{name} sieht diese Notiz.</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>Choose a project</source>
        <translation>Projekt wählen</translation>
    </message>
    <message>
        <source>No project of this domain is known here. An administrator can add one.</source>
        <translation>Hier ist kein Projekt dieser Domäne bekannt. Ein Administrator kann eines anlegen.</translation>
    </message>
</context>
<context>
    <name>PassSeveralDialog</name>
    <message numerus="yes">
        <source>Pass %n requests</source>
        <translation>
            <numerusform>%n Antrag genehmigen</numerusform>
            <numerusform>%n Anträge genehmigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pass requests</source>
        <translation>Anträge genehmigen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Of those who join; each gets the project that they asked for.</source>
        <translation>Derer, die beitreten; jeder bekommt das Projekt, um das gebeten wurde.</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Everybody who asked sees it.</source>
        <translation>Alle Antragstellenden sehen es.</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
</context>
<context>
    <name>PasswordInput</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Name, user name or e-mail</source>
        <translation>Name, Benutzername oder E-Mail</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Name, user name or e-mail</source>
        <translation>Name, Benutzername oder E-Mail</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>tickets a person handles</comment>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceCounts</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for an owner</source>
        <translation>
            <numerusform>%n wartet auf Zuständige</numerusform>
            <numerusform>%n warten auf Zuständige</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for an answer</source>
        <translation>
            <numerusform>%n wartet auf Antwort</numerusform>
            <numerusform>%n warten auf Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
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
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Antrag</numerusform>
            <numerusform>%n Anträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets of my organisation</source>
        <translation>Tickets meiner Organisation</translation>
    </message>
    <message>
        <source>My pending</source>
        <translation>Meine offenen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>I resolved</source>
        <translation>Von mir erledigt</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>Meine Tickets</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>Meine Organisation</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>No ticket matches</source>
        <translation>Kein passendes Ticket</translation>
    </message>
    <message>
        <source>Other tickets are hidden by filters.</source>
        <translation>Andere Tickets sind durch Filter verborgen.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>Tickets appear here when they are yours and wait for us.</source>
        <translation>Hier erscheinen Tickets, die Ihnen gehören und auf uns warten.</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>New tickets appear here when nobody owns them yet.</source>
        <translation>Hier erscheinen neue Tickets, für die noch niemand zuständig ist.</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>Alle Tickets zeigen</translation>
    </message>
    <message>
        <source>Nothing is waiting for an answer</source>
        <translation>Nichts wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>Tickets you answered appear here until their requester writes again.</source>
        <translation>Hier erscheinen Tickets, die Sie beantwortet haben, bis die anfragende Person wieder schreibt.</translation>
    </message>
    <message>
        <source>Show my pending</source>
        <translation>Meine offenen zeigen</translation>
    </message>
    <message>
        <source>No tickets yet</source>
        <translation>Noch keine Tickets</translation>
    </message>
    <message>
        <source>Ask for help, and you find the answers here.</source>
        <translation>Bitten Sie um Hilfe; die Antworten finden Sie hier.</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message>
        <source>Tickets of your organisation appear here.</source>
        <translation>Hier erscheinen die Tickets Ihrer Organisation.</translation>
    </message>
    <message>
        <source>Tickets appear here as soon as somebody writes.</source>
        <translation>Hier erscheinen Tickets, sobald jemand schreibt.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>How long what you sent can be undone.</source>
        <translation>Wie lange Gesendetes rückgängig zu machen ist.</translation>
    </message>
    <message>
        <source>&amp;Undo time</source>
        <translation>&amp;Rückgängig-Frist</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>None, send at once</source>
        <translation>Keine, sofort senden</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>Nothing &amp;moves by itself</source>
        <translation>Nichts be&amp;wegt sich von selbst</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Compact, more rows</source>
        <translation>Kompakt, mehr Zeilen</translation>
    </message>
    <message>
        <source>Relaxed, more room</source>
        <translation>Locker, mehr Platz</translation>
    </message>
    <message>
        <source>&amp;Density of lists</source>
        <translation>&amp;Dichte der Listen</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table above</source>
        <translation>Tabelle darüber</translation>
    </message>
    <message>
        <source>Where you choose another one under View, it stays so for that place.</source>
        <translation>Wo Sie unter „Ansicht“ eine andere wählen, bleibt es für diesen Ort dabei.</translation>
    </message>
    <message>
        <source>La&amp;yout of lists</source>
        <translation>Dars&amp;tellung der Listen</translation>
    </message>
    <message>
        <source>Single letters &amp;act in the list and the ticket</source>
        <translation>Einzelne &amp;Buchstaben wirken in Liste und Ticket</translation>
    </message>
    <message>
        <source>H handles, R replies, J and K move. Off, only keys with Ctrl or Alt act.</source>
        <translation>H bearbeitet, R antwortet, J und K wechseln. Ausgeschaltet wirken nur Tasten mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>Alle Tastenkürzel zeigen</translation>
    </message>
    <message>
        <source>This desk lies in</source>
        <translation>Dieser Desk liegt in</translation>
    </message>
    <message>
        <source>Only your user account can read it. Nothing of it leaves this computer by itself.</source>
        <translation>Nur Ihr Benutzerkonto kann ihn lesen. Nichts davon verlässt von selbst diesen Computer.</translation>
    </message>
    <message>
        <source>Preferences are kept in</source>
        <translation>Die Einstellungen liegen in</translation>
    </message>
    <message>
        <source>Logs are kept in</source>
        <translation>Die Protokolle liegen in</translation>
    </message>
    <message>
        <source>Variables such as {name} win over the file.</source>
        <translation>Variablen wie {name} haben Vorrang vor der Datei.</translation>
    </message>
    <message>
        <source>Decided by {variable}.</source>
        <translation>Festgelegt durch {variable}.</translation>
    </message>
</context>
<context>
    <name>PresenceMark</name>
    <message>
        <source>{name} is writing</source>
        <translation>{name} schreibt</translation>
    </message>
    <message>
        <source>{name} is viewing</source>
        <translation>{name} sieht es an</translation>
    </message>
    <message>
        <source>Who else is here is unknown while offline</source>
        <translation>Offline ist unbekannt, wer sonst hier ist</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print {number}</source>
        <translation>{number} drucken</translation>
    </message>
    <message>
        <source>{number} was given to the printer.</source>
        <translation>{number} wurde an den Drucker übergeben.</translation>
    </message>
</context>
<context>
    <name>ProcessAlerts</name>
    <message>
        <source>{number} (level “{level}”)</source>
        <translation>{number} (Stufe „{level}“)</translation>
    </message>
    <message>
        <source>{what} They never pass by themselves: give somebody the role, or enable an account. {which}</source>
        <translation>{what} Von selbst gehen sie nie weiter: Geben Sie jemandem die Rolle oder aktivieren Sie ein Konto. {which}</translation>
    </message>
    <message>
        <source>What you changed before and did not save is here again.</source>
        <translation>Was Sie geändert und nicht gespeichert haben, steht wieder hier.</translation>
    </message>
    <message>
        <source>{name} saved another version meanwhile. Yours is kept here; saved, it becomes the newest.</source>
        <translation>{name} hat inzwischen eine andere Version gespeichert. Ihre bleibt hier stehen; gespeichert wird sie die neueste.</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>Alle Anträge zeigen</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Setting up processes needs the server. What you change is kept here until you can save it.</source>
        <translation>Abläufe einzurichten braucht den Server. Was Sie ändern, bleibt hier stehen, bis Sie es speichern können.</translation>
    </message>
</context>
<context>
    <name>ProcessDialog</name>
    <message>
        <source>New process</source>
        <translation>Neuer Ablauf</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Nothing is in force before its levels are saved and the process is enabled.</source>
        <translation>Nichts gilt, bevor die Stufen gespeichert sind und der Ablauf aktiviert ist.</translation>
    </message>
    <message>
        <source>&amp;Ticket type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
</context>
<context>
    <name>ProcessFacts</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Cloud ID</source>
        <translation>Cloud-ID</translation>
    </message>
    <message>
        <source>None: it is kept in this desk</source>
        <translation>Keine: Er gehört zu diesem Desk</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Version {n} is used for new requests</source>
        <translation>Version {n} gilt für neue Anträge</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>Alle Domänen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Alle Projekte</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Offene Anträge</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>{when}, {name}</source>
        <translation>{when}, {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) keep it</source>
        <translation>
            <numerusform>%n offener Antrag behält sie</numerusform>
            <numerusform>%n offene Anträge behalten sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessFoot</name>
    <message>
        <source>The last change is on its way to the server.</source>
        <translation>Die letzte Änderung ist unterwegs zum Server.</translation>
    </message>
    <message>
        <source>Saved, it is not in force before you enable it.</source>
        <translation>Gespeichert gilt er erst, wenn Sie ihn aktivieren.</translation>
    </message>
    <message>
        <source>No request is open, so nobody is in the middle of the chain.</source>
        <translation>Kein Antrag ist offen, also steckt niemand mitten in der Kette.</translation>
    </message>
    <message>
        <source>Try on past requests…</source>
        <translation>Erproben …</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save chain</source>
        <translation>Kette speichern</translation>
    </message>
</context>
<context>
    <name>ProcessHead</name>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren …</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>Aktivieren …</translation>
    </message>
    <message>
        <source>Changed {when} by {name}</source>
        <translation>Geändert {when} von {name}</translation>
    </message>
    <message>
        <source>Approval chain</source>
        <translation>Genehmigungskette</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>Vorgangsprotokoll</translation>
    </message>
    <message>
        <source>Parts of the process</source>
        <translation>Teile des Ablaufs</translation>
    </message>
</context>
<context>
    <name>ProcessStateDialog</name>
    <message>
        <source>Enable “{kind}”</source>
        <translation>„{kind}“ aktivieren</translation>
    </message>
    <message>
        <source>Enable process</source>
        <translation>Ablauf aktivieren</translation>
    </message>
    <message>
        <source>Disable “{kind}”</source>
        <translation>„{kind}“ deaktivieren</translation>
    </message>
    <message>
        <source>Disable process</source>
        <translation>Ablauf deaktivieren</translation>
    </message>
    <message>
        <source>No request is open.</source>
        <translation>Kein Antrag ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) go on as they began.</source>
        <translation>
            <numerusform>%n offener Antrag läuft weiter, wie er begann.</numerusform>
            <numerusform>%n offene Anträge laufen weiter, wie sie begannen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) go on through their levels and still have to pass them.</source>
        <translation>
            <numerusform>%n offener Antrag geht weiter durch seine Stufen und muss sie noch bestehen.</numerusform>
            <numerusform>%n offene Anträge gehen weiter durch ihre Stufen und müssen sie noch bestehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Level “{level}”: {why}</source>
        <translation>Stufe „{level}“: {why}</translation>
    </message>
</context>
<context>
    <name>Processes</name>
    <message>
        <source>Someone requests a host</source>
        <translation>Jemand beantragt einen Host</translation>
    </message>
    <message>
        <source>Someone asks for other sizes of a host</source>
        <translation>Jemand beantragt andere Größen eines Hosts</translation>
    </message>
    <message>
        <source>Someone asks for hosts to be deleted</source>
        <translation>Jemand beantragt, Hosts zu löschen</translation>
    </message>
    <message>
        <source>Someone wants to join a project</source>
        <translation>Jemand möchte in ein Projekt</translation>
    </message>
    <message>
        <source>Someone asks for another project quota</source>
        <translation>Jemand beantragt eine anderes Projektkontingent</translation>
    </message>
    <message>
        <source>Someone asks for another domain quota</source>
        <translation>Jemand beantragt eine anderes Domänenkontingent</translation>
    </message>
    <message>
        <source>Someone asks for technical support</source>
        <translation>Jemand bittet um technische Hilfe</translation>
    </message>
    <message>
        <source>The host is created automatically</source>
        <translation>Der Host wird automatisch angelegt</translation>
    </message>
    <message>
        <source>The host is changed automatically</source>
        <translation>Der Host wird automatisch geändert</translation>
    </message>
    <message>
        <source>The hosts are moved to the trash automatically</source>
        <translation>Die Hosts kommen automatisch in den Papierkorb</translation>
    </message>
    <message>
        <source>The applicant becomes a member of the project</source>
        <translation>Der Antragsteller wird Mitglied des Projekts</translation>
    </message>
    <message>
        <source>The project quota is changed automatically</source>
        <translation>Das Projektkontingent wird automatisch geändert</translation>
    </message>
    <message>
        <source>The domain quota is changed automatically</source>
        <translation>Das Domänenkontingent wird automatisch geändert</translation>
    </message>
    <message>
        <source>They handle the ticket until it is solved</source>
        <translation>Sie bearbeiten das Ticket, bis es gelöst ist</translation>
    </message>
    <message>
        <source>Whoever may create hosts creates them at once.</source>
        <translation>Wer Hosts anlegen darf, legt sie sofort an.</translation>
    </message>
    <message>
        <source>Whoever may change hosts changes them at once.</source>
        <translation>Wer Hosts ändern darf, ändert sie sofort.</translation>
    </message>
    <message>
        <source>Whoever may delete hosts deletes them at once.</source>
        <translation>Wer Hosts löschen darf, löscht sie sofort.</translation>
    </message>
    <message>
        <source>Nobody can ask to join a project any more; administrators add members.</source>
        <translation>Niemand kann mehr beantragen, in ein Projekt zu kommen; Administratoren fügen Mitglieder hinzu.</translation>
    </message>
    <message>
        <source>Whoever may change project quotas changes them at once; members can no longer ask for it.</source>
        <translation>Wer Projektkontingente ändern darf, ändert sie sofort; Mitglieder können es nicht mehr beantragen.</translation>
    </message>
    <message>
        <source>Whoever may change domain quotas changes them at once; others can no longer ask for it.</source>
        <translation>Wer Domänenkontingente ändern darf, ändert sie sofort; andere können es nicht mehr beantragen.</translation>
    </message>
    <message>
        <source>Technical support can no longer be requested in this way.</source>
        <translation>Technische Hilfe kann so nicht mehr erbeten werden.</translation>
    </message>
    <message>
        <source>From now on each request waits for its levels, also those of administrators, and runs after the last.</source>
        <translation>Von nun an wartet jeder Antrag auf seine Stufen, auch der von Administratoren, und wird nach der letzten ausgeführt.</translation>
    </message>
    <message>
        <source>From now on the level decides who may handle such a ticket.</source>
        <translation>Von nun an bestimmt die Stufe, wer ein solches Ticket bearbeiten darf.</translation>
    </message>
    <message>
        <source>People with this role in the project the host belongs to</source>
        <translation>Personen mit dieser Rolle im Projekt des Hosts</translation>
    </message>
    <message>
        <source>People with this role in the project whose quota it is</source>
        <translation>Personen mit dieser Rolle im Projekt, um dessen Kontingent es geht</translation>
    </message>
    <message>
        <source>People with this role in the project of whoever asks</source>
        <translation>Personen mit dieser Rolle im Projekt dessen, der fragt</translation>
    </message>
    <message>
        <source>People with this role in the project&apos;s domain</source>
        <translation>Personen mit dieser Rolle in der Domäne des Projekts</translation>
    </message>
    <message>
        <source>People with this role in the domain whose quota it is</source>
        <translation>Personen mit dieser Rolle in der Domäne, um deren Kontingent es geht</translation>
    </message>
    <message>
        <source>People with this role in the applicant&apos;s domain</source>
        <translation>Personen mit dieser Rolle in der Domäne des Antragstellers</translation>
    </message>
    <message>
        <source>People with this role in the domain of whoever asks</source>
        <translation>Personen mit dieser Rolle in der Domäne dessen, der fragt</translation>
    </message>
    <message>
        <source>People with this role anywhere</source>
        <translation>Personen mit dieser Rolle, gleich wo</translation>
    </message>
    <message>
        <source>Any one passes it</source>
        <translation>Eine Genehmigung genügt</translation>
    </message>
    <message>
        <source>All must pass it</source>
        <translation>Alle müssen genehmigen</translation>
    </message>
    <message>
        <source>So many must pass it</source>
        <translation>So viele müssen genehmigen</translation>
    </message>
    <message>
        <source>So many percent must pass it</source>
        <translation>So viel Prozent müssen genehmigen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>Global</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Nobody holds the role “{role}” any more.</source>
        <translation>Niemand hat mehr die Rolle „{role}“.</translation>
    </message>
    <message>
        <source>The account of {name} is disabled.</source>
        <translation>Das Konto von {name} ist deaktiviert.</translation>
    </message>
    <message>
        <source>These accounts are disabled: {names}.</source>
        <translation>Diese Konten sind deaktiviert: {names}.</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>Niemand passt.</translation>
    </message>
    <message>
        <source>{why} Requests would stop here.</source>
        <translation>{why} Anträge blieben hier stehen.</translation>
    </message>
    <message>
        <source>{whom} · {match}</source>
        <translation>{whom} · {match}</translation>
    </message>
    <message>
        <source>{role} ({scope})</source>
        <translation>{role} ({scope})</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Nobody set one up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
</context>
<context>
    <name>ProcessesPane</name>
    <message>
        <source>Process setup</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>New process</source>
        <translation>Neuer Ablauf</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Every kind has its process already. Choose one to change it.</source>
        <translation>Jede Art hat schon ihren Ablauf. Wählen Sie einen, um ihn zu ändern.</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Not assigned yet</source>
        <translation>Noch nicht zugewiesen</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Other IDs</source>
        <translation>Weitere IDs</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>Eingereicht von</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Eingang über</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>Geschäfts-ID</translation>
    </message>
    <message>
        <source>Business IP</source>
        <translation>Geschäfts-IP</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>Geschäftstyp</translation>
    </message>
</context>
<context>
    <name>PropertiesPane</name>
    <message>
        <source>Requester</source>
        <translation>Anfragende Person</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>Geteilte Links</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>Bezieht sich auf</translation>
    </message>
</context>
<context>
    <name>QuotaPage</name>
    <message>
        <source>Data disks count as disk. Hosts in the trash take nothing.</source>
        <translation>Datenplatten zählen als Platte. Hosts im Papierkorb belegen nichts.</translation>
    </message>
    <message>
        <source>Nobody has set a quota here, so nothing limits what is asked for.</source>
        <translation>Hier hat niemand ein Kontingent gesetzt, also begrenzt nichts, was beantragt wird.</translation>
    </message>
</context>
<context>
    <name>ReasonPills</name>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Over quota</source>
        <translation>Über dem Kontingent</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Wrong project</source>
        <translation>Falsches Projekt</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>It is not there, or not for you to see.</source>
        <translation>Es gibt das nicht, oder Sie dürfen es nicht sehen.</translation>
    </message>
    <message>
        <source>Your role does not include this.</source>
        <translation>Ihre Rolle umfasst das nicht.</translation>
    </message>
    <message>
        <source>This account is disabled. An administrator can enable it.</source>
        <translation>Dieses Konto ist deaktiviert. Die Administration kann es aktivieren.</translation>
    </message>
    <message>
        <source>The ticket is closed. Start a new ticket from it instead.</source>
        <translation>Das Ticket ist geschlossen. Legen Sie stattdessen ein neues dazu an.</translation>
    </message>
    <message>
        <source>The ticket was cancelled. Start a new ticket from it instead.</source>
        <translation>Das Ticket wurde abgebrochen. Legen Sie stattdessen ein neues dazu an.</translation>
    </message>
    <message>
        <source>The ticket&apos;s status does not allow this now.</source>
        <translation>Der Status des Tickets lässt das jetzt nicht zu.</translation>
    </message>
    <message>
        <source>Handle the ticket first.</source>
        <translation>Bearbeiten Sie zuerst das Ticket.</translation>
    </message>
    <message>
        <source>Somebody else handles this ticket.</source>
        <translation>Jemand anderes bearbeitet dieses Ticket.</translation>
    </message>
    <message>
        <source>This person already handles the ticket.</source>
        <translation>Diese Person bearbeitet das Ticket bereits.</translation>
    </message>
    <message>
        <source>The ticket did not come by e-mail, so there is no thread to answer in.</source>
        <translation>Das Ticket kam nicht per E-Mail, also gibt es keinen Verlauf für eine Antwort.</translation>
    </message>
    <message>
        <source>The ticket&apos;s handler is available and keeps it.</source>
        <translation>Die zuständige Person ist verfügbar und behält das Ticket.</translation>
    </message>
    <message>
        <source>Tickets of this type need no form.</source>
        <translation>Tickets dieses Typs brauchen kein Formular.</translation>
    </message>
    <message>
        <source>Feedback was already given, and it is given once.</source>
        <translation>Feedback wurde schon gegeben; das geht nur einmal.</translation>
    </message>
    <message>
        <source>This source does not ask for a rating here.</source>
        <translation>Diese Quelle fragt hier nicht nach einer Bewertung.</translation>
    </message>
    <message>
        <source>Feedback is possible when the ticket is closed.</source>
        <translation>Feedback ist möglich, wenn das Ticket geschlossen ist.</translation>
    </message>
    <message>
        <source>Possible when the ticket is closed or cancelled.</source>
        <translation>Möglich, wenn das Ticket geschlossen oder abgebrochen ist.</translation>
    </message>
    <message>
        <source>It is there already; nothing was done twice.</source>
        <translation>Es ist schon da; nichts geschah doppelt.</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
    <message>
        <source>Write a comment.</source>
        <translation>Schreiben Sie einen Kommentar.</translation>
    </message>
    <message>
        <source>Choose a rating from 1 to 5.</source>
        <translation>Wählen Sie eine Bewertung von 1 bis 5.</translation>
    </message>
    <message>
        <source>Choose to whom the ticket is forwarded.</source>
        <translation>Wählen Sie, an wen das Ticket geht.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Give the ticket a title.</source>
        <translation>Geben Sie dem Ticket einen Titel.</translation>
    </message>
    <message>
        <source>Describe the problem.</source>
        <translation>Beschreiben Sie das Problem.</translation>
    </message>
    <message>
        <source>Choose a type.</source>
        <translation>Wählen Sie einen Typ.</translation>
    </message>
    <message>
        <source>Choose a service.</source>
        <translation>Wählen Sie einen Dienst.</translation>
    </message>
    <message>
        <source>Accept the agreement first.</source>
        <translation>Stimmen Sie zuerst der Vereinbarung zu.</translation>
    </message>
    <message>
        <source>Say how you can be reached.</source>
        <translation>Geben Sie an, wie Sie erreichbar sind.</translation>
    </message>
    <message>
        <source>Choose a priority.</source>
        <translation>Wählen Sie eine Priorität.</translation>
    </message>
    <message>
        <source>Hours are given only with a mobile number.</source>
        <translation>Zeiten gibt es nur zu einer Mobilnummer.</translation>
    </message>
    <message>
        <source>Attach the completed form “{form}”.</source>
        <translation>Hängen Sie das ausgefüllte Formular „{form}“ an.</translation>
    </message>
    <message>
        <source>Tickets of the type “{type}” need a code sent by e-mail, and this desk sends none. Choose another type or ask the administrator.</source>
        <translation>Tickets des Typs „{type}“ brauchen einen Code per E-Mail, und dieser Desk sendet keine. Wählen Sie einen anderen Typ oder fragen Sie die Administration.</translation>
    </message>
    <message>
        <source>The type “{name}” is no longer offered.</source>
        <translation>Der Typ „{name}“ wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>The service “{name}” is no longer offered.</source>
        <translation>Der Dienst „{name}“ wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>“{source}” takes no new tickets.</source>
        <translation>„{source}“ nimmt keine neuen Tickets an.</translation>
    </message>
    <message>
        <source>{name} does not handle tickets of this source.</source>
        <translation>{name} bearbeitet keine Tickets dieser Quelle.</translation>
    </message>
    <message>
        <source>“{name}” belongs to another source.</source>
        <translation>„{name}“ gehört zu einer anderen Quelle.</translation>
    </message>
    <message>
        <source>{name} already takes part.</source>
        <translation>{name} ist schon beteiligt.</translation>
    </message>
    <message>
        <source>This person does not take part in the ticket.</source>
        <translation>Diese Person ist am Ticket nicht beteiligt.</translation>
    </message>
    <message>
        <source>A shared link starts with http:// or https://.</source>
        <translation>Ein geteilter Link beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>At most {limit} files go with one message.</source>
        <translation>Höchstens {limit} Dateien je Nachricht.</translation>
    </message>
    <message>
        <source>“{name}” is {size}; a file may have at most {limit}.</source>
        <translation>„{name}“ hat {size}; eine Datei darf höchstens {limit} haben.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <source>Files like “{name}” are not allowed here. Allowed are {allowed}.</source>
        <translation>Dateien wie „{name}“ sind hier nicht erlaubt. Erlaubt sind {allowed}.</translation>
    </message>
    <message>
        <source>“{name}” is not what its name says: its content is {media_type}.</source>
        <translation>„{name}“ ist nicht, was der Name sagt: Der Inhalt ist {media_type}.</translation>
    </message>
    <message>
        <source>“{name}” unpacks to too much, or holds archives or links. Attach its files one by one.</source>
        <translation>„{name}“ entpackt sich zu zu viel oder enthält Archive oder Verknüpfungen. Fügen Sie die Dateien einzeln an.</translation>
    </message>
    <message>
        <source>The server&apos;s virus scanner found something in “{name}”. It was not taken.</source>
        <translation>Der Virenscanner des Servers hat in „{name}“ etwas gefunden. Die Datei wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>“{name}” is damaged on this computer. Attach it again.</source>
        <translation>„{name}“ ist auf diesem Rechner beschädigt. Hängen Sie die Datei erneut an.</translation>
    </message>
    <message>
        <source>“{name}” is not on this computer any more. Attach it again.</source>
        <translation>„{name}“ ist nicht mehr auf diesem Computer. Hängen Sie die Datei erneut an.</translation>
    </message>
    <message>
        <source>This message is already on the desk.</source>
        <translation>Diese Nachricht ist schon auf dem Desk.</translation>
    </message>
    <message>
        <source>The letter is larger than {limit}.</source>
        <translation>Die E-Mail ist größer als {limit}.</translation>
    </message>
    <message>
        <source>The scheme has a mistake in line {line}: {reason}.</source>
        <translation>Das Schema hat einen Fehler in Zeile {line}: {reason}.</translation>
    </message>
    <message>
        <source>Tickets are in the status “{state}”, so the scheme must keep it.</source>
        <translation>Es gibt Tickets im Status „{state}“, also muss das Schema ihn behalten.</translation>
    </message>
    <message>
        <source>There is no scheme “{scheme}” on this desk.</source>
        <translation>Auf diesem Desk gibt es kein Schema „{scheme}“.</translation>
    </message>
    <message>
        <source>There is already a category of this type: “{name}”.</source>
        <translation>Es gibt schon eine Kategorie dieses Typs: „{name}“.</translation>
    </message>
    <message>
        <source>Ordinary categories are not handed upstream.</source>
        <translation>Gewöhnliche Kategorien gehen nicht an Upstream.</translation>
    </message>
    <message>
        <source>The name “{name}” is taken.</source>
        <translation>Der Name „{name}“ ist vergeben.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie einen Namen an.</translation>
    </message>
    <message>
        <source>The desk needs at least one administrator.</source>
        <translation>Der Desk braucht mindestens eine Person in der Administration.</translation>
    </message>
    <message>
        <source>This role is given for: {scopes}.</source>
        <translation>Diese Rolle gilt für: {scopes}.</translation>
    </message>
    <message>
        <source>This version does not know “{name}”.</source>
        <translation>Diese Version kennt „{name}“ nicht.</translation>
    </message>
    <message>
        <source>It is not due yet.</source>
        <translation>Das ist noch nicht fällig.</translation>
    </message>
    <message>
        <source>This works only while connected to the server.</source>
        <translation>Das geht nur mit Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The customer has written since: read it first.</source>
        <translation>Der Kunde hat inzwischen geschrieben: bitte zuerst lesen.</translation>
    </message>
    <message>
        <source>The server has already judged something else under this mark.</source>
        <translation>Der Server hat unter diesem Zeichen bereits über etwas anderes entschieden.</translation>
    </message>
    <message>
        <source>This ticket holds as much as one can. Go on in a new one that follows it.</source>
        <translation>Dieses Ticket enthält so viel, wie eines kann. Fahren Sie in einem neuen fort, das ihm folgt.</translation>
    </message>
    <message>
        <source>This waited for more than 180 days: send it again if it still holds.</source>
        <translation>Das hat mehr als 180 Tage gewartet: bitte erneut senden, wenn es noch gilt.</translation>
    </message>
    <message>
        <source>“{field}” is missing.</source>
        <translation>„{field}“ fehlt.</translation>
    </message>
    <message>
        <source>“{field}” is too long: at most {limit}.</source>
        <translation>„{field}“ ist zu lang: höchstens {limit}.</translation>
    </message>
    <message>
        <source>“{field}” is out of range: at most {limit}.</source>
        <translation>„{field}“ liegt außerhalb des Bereichs: höchstens {limit}.</translation>
    </message>
    <message>
        <source>“{field}” holds characters that are no text.</source>
        <translation>„{field}“ enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>“{field}” does not have the form it needs.</source>
        <translation>„{field}“ hat nicht die nötige Form.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragende Person</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>System disk</source>
        <translation>Systemplatte</translation>
    </message>
    <message>
        <source>Data disk</source>
        <translation>Datenplatte</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>{name} has already passed this level.</source>
        <translation>{name} hat diese Stufe schon genehmigt.</translation>
    </message>
    <message>
        <source>{name} has already rejected this request.</source>
        <translation>{name} hat diesen Antrag schon abgelehnt.</translation>
    </message>
    <message>
        <source>The rules of the desk do not allow this ({code}).</source>
        <translation>Die Regeln des Desks lassen das nicht zu ({code}).</translation>
    </message>
    <message>
        <source>“{name}” could run as a program. Programs are not allowed here.</source>
        <translation>„{name}“ könnte als Programm ausgeführt werden. Programme sind hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>This has already been decided.</source>
        <translation>Darüber wurde schon entschieden.</translation>
    </message>
    <message>
        <source>The request was withdrawn by its applicant.</source>
        <translation>Der Antrag wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>The levels of this request have not been read from the server yet. Try again in a moment.</source>
        <translation>Die Stufen dieses Antrags wurden noch nicht vom Server gelesen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This level is not open yet; the one before it must pass first.</source>
        <translation>Diese Stufe ist noch nicht offen; erst muss die vorige bestanden sein.</translation>
    </message>
    <message>
        <source>You do not decide this level.</source>
        <translation>Über diese Stufe entscheiden Sie nicht.</translation>
    </message>
    <message>
        <source>Nobody decides their own request here.</source>
        <translation>Über den eigenen Antrag entscheidet hier niemand.</translation>
    </message>
    <message>
        <source>The operation is running. Wait until it ends.</source>
        <translation>Der Vorgang läuft. Warten Sie, bis er endet.</translation>
    </message>
    <message>
        <source>The request has not passed all levels yet.</source>
        <translation>Der Antrag hat noch nicht alle Stufen bestanden.</translation>
    </message>
    <message>
        <source>There are no requests of this kind. File a ticket instead.</source>
        <translation>Anträge dieser Art gibt es nicht. Erstellen Sie stattdessen ein Ticket.</translation>
    </message>
    <message>
        <source>Nobody is set up to approve this, so it cannot be requested now.</source>
        <translation>Dafür ist kein Ablauf aktiv, daher kann es jetzt nicht beantragt werden.</translation>
    </message>
    <message>
        <source>Your role does not include this. An administrator can do it.</source>
        <translation>Ihre Rolle umfasst das nicht. Ein Administrator kann es tun.</translation>
    </message>
    <message>
        <source>You are not a member of this project. Apply to join it first.</source>
        <translation>Sie gehören nicht zu diesem Projekt. Beantragen Sie zuerst den Beitritt.</translation>
    </message>
    <message>
        <source>Choose a project.</source>
        <translation>Wählen Sie ein Projekt.</translation>
    </message>
    <message>
        <source>Choose a domain.</source>
        <translation>Wählen Sie eine Domäne.</translation>
    </message>
    <message>
        <source>Choose a role.</source>
        <translation>Wählen Sie eine Rolle.</translation>
    </message>
    <message>
        <source>Choose at least one host.</source>
        <translation>Wählen Sie mindestens einen Host.</translation>
    </message>
    <message>
        <source>Say how many vCPUs.</source>
        <translation>Geben Sie die Zahl der vCPUs an.</translation>
    </message>
    <message>
        <source>Say how much memory.</source>
        <translation>Geben Sie den Arbeitsspeicher an.</translation>
    </message>
    <message>
        <source>Give at least one size.</source>
        <translation>Geben Sie mindestens eine Größe an.</translation>
    </message>
    <message>
        <source>This project is not of the applicant&apos;s domain. Choose another one.</source>
        <translation>Dieses Projekt gehört nicht zur Domäne der Person. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The host “{name}” is in the trash. Restore it first.</source>
        <translation>Der Host „{name}“ liegt im Papierkorb. Stellen Sie ihn zuerst wieder her.</translation>
    </message>
    <message>
        <source>“{name}” is not in the trash.</source>
        <translation>„{name}“ liegt nicht im Papierkorb.</translation>
    </message>
    <message>
        <source>A host is named twice.</source>
        <translation>Ein Host ist doppelt genannt.</translation>
    </message>
    <message>
        <source>The hosts belong to several projects. Make one request for each.</source>
        <translation>Die Hosts gehören zu mehreren Projekten. Stellen Sie je einen Antrag.</translation>
    </message>
    <message>
        <source>The quota does not allow this ({size}). Ask for a larger quota, or for less.</source>
        <translation>Das Kontingent reicht dafür nicht ({size}). Beantragen Sie mehr Kontingent oder weniger.</translation>
    </message>
    <message>
        <source>More is in use already than this quota allows ({size}).</source>
        <translation>Schon jetzt wird mehr genutzt, als dieses Kontingent erlaubt ({size}).</translation>
    </message>
    <message>
        <source>Whoever carries it out gave no reason. Try again; if it fails once more, ask an administrator.</source>
        <translation>Wer es ausführt, hat keinen Grund genannt. Versuchen Sie es erneut; scheitert es wieder, fragen Sie die Administration.</translation>
    </message>
    <message>
        <source>Whoever carries it out did not answer in time. Nothing is lost: try again later.</source>
        <translation>Wer es ausführt, hat nicht rechtzeitig geantwortet. Nichts ist verloren: Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Add at least one level.</source>
        <translation>Fügen Sie mindestens eine Stufe hinzu.</translation>
    </message>
    <message>
        <source>At most {most} levels are possible here.</source>
        <translation>Hier sind höchstens {most} Stufen möglich.</translation>
    </message>
    <message>
        <source>Choose a role or a person for the level “{name}”.</source>
        <translation>Wählen Sie für die Stufe „{name}“ eine Rolle oder eine Person.</translation>
    </message>
    <message>
        <source>This kind of request has no approvers of that range.</source>
        <translation>Für diese Art von Antrag gibt es diesen Bereich nicht.</translation>
    </message>
    <message>
        <source>Say how many must pass the level “{name}”.</source>
        <translation>Geben Sie an, wie viele die Stufe „{name}“ annehmen müssen.</translation>
    </message>
    <message>
        <source>There is already a process for this kind. Change that one.</source>
        <translation>Für diese Art gibt es schon einen Ablauf. Ändern Sie diesen.</translation>
    </message>
    <message>
        <source>The process is for another kind of request.</source>
        <translation>Der Ablauf gehört zu einer anderen Art von Antrag.</translation>
    </message>
    <message>
        <source>Choose somebody else.</source>
        <translation>Wählen Sie jemand anderen.</translation>
    </message>
    <message>
        <source>The end must lie after the beginning, and in the future.</source>
        <translation>Das Ende muss nach dem Beginn und in der Zukunft liegen.</translation>
    </message>
    <message>
        <source>The quota does not allow this. Ask for a larger quota, or for less.</source>
        <translation>Das Kontingent lässt das nicht zu. Beantragen Sie ein größeres oder weniger.</translation>
    </message>
    <message>
        <source>More is in use already than this quota allows.</source>
        <translation>Es ist schon mehr in Gebrauch, als dieses Kontingent zulässt.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
</context>
<context>
    <name>RejectDialog</name>
    <message>
        <source>Reject “{name}”?</source>
        <translation>„{name}“ ablehnen?</translation>
    </message>
    <message>
        <source>Reject request</source>
        <translation>Antrag ablehnen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Comment (required)</source>
        <translation>&amp;Kommentar (nötig)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>{name} and the approvers before you see this text.</source>
        <translation>{name} und die Genehmigenden vor Ihnen sehen diesen Text.</translation>
    </message>
</context>
<context>
    <name>RejectSeveralDialog</name>
    <message numerus="yes">
        <source>Reject %n requests?</source>
        <translation>
            <numerusform>%n Antrag ablehnen?</numerusform>
            <numerusform>%n Anträge ablehnen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Reject requests</source>
        <translation>Anträge ablehnen</translation>
    </message>
    <message>
        <source>&amp;Comment (required)</source>
        <translation>&amp;Kommentar (nötig)</translation>
    </message>
    <message>
        <source>Everybody who asked sees it.</source>
        <translation>Alle Antragstellenden sehen es.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Rejections</name>
    <message>
        <source>This is not valid JSON: {reason}.</source>
        <translation>Das ist kein gültiges JSON: {reason}.</translation>
    </message>
    <message>
        <source>The quoting of this row is broken.</source>
        <translation>Die Anführungszeichen dieser Zeile stimmen nicht.</translation>
    </message>
    <message>
        <source>A time is not ISO 8601: {column}.</source>
        <translation>Eine Zeit ist nicht ISO 8601: {column}.</translation>
    </message>
    <message>
        <source>A value does not fit: {column}.</source>
        <translation>Ein Wert passt nicht: {column}.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>Die Datei ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The cell “{column}” is larger than {limit}.</source>
        <translation>Die Zelle „{column}“ ist größer als {limit}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The columns subject, requester and body are required; missing: {columns}.</source>
        <translation>Die Spalten subject, requester und body sind nötig; es fehlen: {columns}.</translation>
    </message>
    <message>
        <source>A required value is missing: {column}.</source>
        <translation>Ein nötiger Wert fehlt: {column}.</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>Die Datei enthält keine Zeilen.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This is not a ticket object.</source>
        <translation>Das ist kein Ticket-Objekt.</translation>
    </message>
    <message>
        <source>The row has more cells than there are columns.</source>
        <translation>Die Zeile hat mehr Zellen, als es Spalten gibt.</translation>
    </message>
    <message>
        <source>It is larger than {limit}.</source>
        <translation>Es ist größer als {limit}.</translation>
    </message>
</context>
<context>
    <name>RemovableWords</name>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
</context>
<context>
    <name>RequestCameBack</name>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Show in Outbox</source>
        <translation>Im Postausgang zeigen</translation>
    </message>
    <message>
        <source>{title}: {reason}</source>
        <translation>{title}: {reason}</translation>
    </message>
    <message>
        <source>{told} You wrote: “{text}”</source>
        <translation>{told} Sie schrieben: „{text}“</translation>
    </message>
</context>
<context>
    <name>RequestFaces</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anträge</translation>
    </message>
    <message>
        <source>Number or title</source>
        <translation>Nummer oder Titel</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>Welche Anträge</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>RequestFilterBar</name>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More filters…</source>
        <translation>Weitere Filter…</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Wartet auf Entscheidung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Als Ansicht speichern…</translation>
    </message>
</context>
<context>
    <name>RequestHeader</name>
    <message>
        <source>requested by {name} · {time}</source>
        <translation>beantragt von {name} · {time}</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Show or hide properties</source>
        <translation>Eigenschaften ein- oder ausblenden</translation>
    </message>
    <message>
        <source>{number} copied</source>
        <translation>{number} kopiert</translation>
    </message>
</context>
<context>
    <name>RequestPane</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>No request selected</source>
        <translation>Kein Antrag ausgewählt</translation>
    </message>
    <message>
        <source>Pick one on the left, or press Ctrl+K to find anything.</source>
        <translation>Wählen Sie links einen aus, oder drücken Sie Strg+K, um alles zu finden.</translation>
    </message>
    <message>
        <source>It could not be carried out. {reason}</source>
        <translation>Er konnte nicht ausgeführt werden. {reason}</translation>
    </message>
    <message>
        <source>Too few people can decide this level, so it waits and never passes by itself.</source>
        <translation>Über diese Stufe können zu wenige entscheiden; sie wartet und wird nie von selbst genehmigt.</translation>
    </message>
    <message>
        <source>Ask an administrator: {names}.</source>
        <translation>Fragen Sie einen Administrator: {names}.</translation>
    </message>
</context>
<context>
    <name>RequestProperties</name>
    <message>
        <source>Requester</source>
        <translation>Antragsteller</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Antrag</translation>
    </message>
    <message>
        <source>Approvers at this level</source>
        <translation>Genehmigende dieser Stufe</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>Vorgangsprotokoll</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>None: it ran at once</source>
        <translation>Keine: sofort ausgeführt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>{name} asked for it</source>
        <translation>{name} hat ihn gestellt</translation>
    </message>
    <message>
        <source>{name} handed it on to {whom}</source>
        <translation>{name} hat an {whom} weitergegeben</translation>
    </message>
    <message>
        <source>{name} changed it: {what}</source>
        <translation>{name} hat ihn geändert: {what}</translation>
    </message>
    <message>
        <source>{name} withdrew it</source>
        <translation>{name} hat ihn zurückgezogen</translation>
    </message>
    <message>
        <source>It was carried out</source>
        <translation>Er wurde ausgeführt</translation>
    </message>
    <message>
        <source>Carrying it out failed</source>
        <translation>Die Ausführung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>{name} passed level {n}</source>
        <translation>{name} hat Stufe {n} genehmigt</translation>
    </message>
    <message>
        <source>{name} rejected level {n}</source>
        <translation>{name} hat Stufe {n} abgelehnt</translation>
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
        <translation>Hostantrag</translation>
    </message>
    <message>
        <source>Host adjustment</source>
        <translation>Hostanpassung</translation>
    </message>
    <message>
        <source>Host delete</source>
        <translation>Host löschen</translation>
    </message>
    <message>
        <source>Join project</source>
        <translation>Projektbeitritt</translation>
    </message>
    <message>
        <source>Project quota</source>
        <translation>Projektkontingent</translation>
    </message>
    <message>
        <source>Domain quota</source>
        <translation>Domänenkontingent</translation>
    </message>
    <message>
        <source>Technical support</source>
        <translation>Technische Unterstützung</translation>
    </message>
    <message>
        <source>To be submitted</source>
        <translation>Noch zu senden</translation>
    </message>
    <message>
        <source>In approval</source>
        <translation>In Genehmigung</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Being carried out</source>
        <translation>In Ausführung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Project owner</source>
        <translation>Projektinhaber</translation>
    </message>
    <message>
        <source>Project admin</source>
        <translation>Projektadministrator</translation>
    </message>
    <message>
        <source>Domain admin</source>
        <translation>Domänenadministrator</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>This uses {percent} % of the project&apos;s vCPU quota ({after} of {limit}).</source>
        <translation>Damit sind {percent} % des vCPU-Kontingents des Projekts belegt ({after} von {limit}).</translation>
    </message>
    <message>
        <source>This uses {percent} % of the project&apos;s memory quota ({after} of {limit} GiB).</source>
        <translation>Damit sind {percent} % des Speicherkontingents des Projekts belegt ({after} von {limit} GiB).</translation>
    </message>
    <message>
        <source>This uses {percent} % of the project&apos;s disk quota ({after} of {limit} GiB).</source>
        <translation>Damit sind {percent} % des Plattenkontingents des Projekts belegt ({after} von {limit} GiB).</translation>
    </message>
    <message>
        <source>This uses {percent} % of the domain&apos;s vCPU quota ({after} of {limit}).</source>
        <translation>Damit sind {percent} % des vCPU-Kontingents der Domäne belegt ({after} von {limit}).</translation>
    </message>
    <message>
        <source>This uses {percent} % of the domain&apos;s memory quota ({after} of {limit} GiB).</source>
        <translation>Damit sind {percent} % des Speicherkontingents der Domäne belegt ({after} von {limit} GiB).</translation>
    </message>
    <message>
        <source>This uses {percent} % of the domain&apos;s disk quota ({after} of {limit} GiB).</source>
        <translation>Damit sind {percent} % des Plattenkontingents der Domäne belegt ({after} von {limit} GiB).</translation>
    </message>
    <message>
        <source>{sentence} It cannot be carried out unless the quota grows.</source>
        <translation>{sentence} Ohne mehr Kontingent kann er nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>{n} vCPU</source>
        <translation>{n} vCPU</translation>
    </message>
    <message>
        <source>{n} GiB memory</source>
        <translation>{n} GiB Speicher</translation>
    </message>
    <message>
        <source>{n} GiB disk</source>
        <translation>{n} GiB Platte</translation>
    </message>
    <message>
        <source>{n} GiB data disk</source>
        <translation>{n} GiB Datenplatte</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{kind} · {what}</source>
        <translation>{kind} · {what}</translation>
    </message>
    <message>
        <source>Level {n} / {of}</source>
        <translation>Stufe {n} / {of}</translation>
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
        <translation>{used} von {limit} belegt</translation>
    </message>
    <message>
        <source>{used} in use, no limit</source>
        <translation>{used} belegt, ohne Grenze</translation>
    </message>
    <message>
        <source>The approver chooses</source>
        <translation>Wer entscheidet, wählt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>New size</source>
        <translation>Neue Größe</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Neue Grenze</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Project / domain</source>
        <translation>Projekt / Domäne</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Number of hosts</source>
        <translation>Anzahl der Hosts</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{name}: {change}</source>
        <translation>{name}: {change}</translation>
    </message>
</context>
<context>
    <name>RequestsPane</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for your decision</source>
        <translation>
            <numerusform>%n wartet auf Ihre Entscheidung</numerusform>
            <numerusform>%n warten auf Ihre Entscheidung</numerusform>
        </translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>Kein Antrag passt dazu</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>Nichts wartet auf Ihre Entscheidung</translation>
    </message>
    <message>
        <source>New requests appear here.</source>
        <translation>Neue Anträge erscheinen hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n Antrag</numerusform>
            <numerusform>%n Anträge</numerusform>
        </translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>Die Liste war nicht lesbar.</translation>
    </message>
    <message>
        <source>No requests here</source>
        <translation>Keine Anträge</translation>
    </message>
    <message>
        <source>File › New request asks for something.</source>
        <translation>Über „Datei › Neuer Antrag“ stellen Sie einen.</translation>
    </message>
</context>
<context>
    <name>ResourceRequestDialog</name>
    <message>
        <source>Whoever decides reads it.</source>
        <translation>Wer entscheidet, liest ihn.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>New request: {kind}</source>
        <translation>Neuer Antrag: {kind}</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Antrag senden</translation>
    </message>
    <message>
        <source>Change request: {kind}</source>
        <translation>Antrag ändern: {kind}</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen sichern</translation>
    </message>
    <message>
        <source>The first level is asked again about what you wish now.</source>
        <translation>Die erste Stufe wird zu Ihrem neuen Wunsch noch einmal gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) decide, then it is carried out by itself.</source>
        <translation>
            <numerusform>%n Stufe entscheidet, dann wird es von selbst ausgeführt.</numerusform>
            <numerusform>%n Stufen entscheiden, dann wird es von selbst ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has to approve this: it is carried out at once.</source>
        <translation>Niemand muss es genehmigen: Es wird sofort ausgeführt.</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>D&amp;omain</source>
        <translation>D&amp;omäne</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>How man&amp;y</source>
        <translation>&amp;Wie viele</translation>
    </message>
    <message>
        <source>&amp;Hosts</source>
        <translation>&amp;Hosts</translation>
    </message>
    <message>
        <source>New vCPU limit</source>
        <translation>Neue vCPU-Grenze</translation>
    </message>
    <message>
        <source>New memory limit, GiB</source>
        <translation>Neue Speichergrenze, GiB</translation>
    </message>
    <message>
        <source>&amp;vCPU</source>
        <translation>&amp;vCPU</translation>
    </message>
    <message>
        <source>&amp;Memory, GiB</source>
        <translation>Arbeits&amp;speicher, GiB</translation>
    </message>
    <message>
        <source>System &amp;disk, GiB</source>
        <translation>S&amp;ystemplatte, GiB</translation>
    </message>
    <message>
        <source>New disk limit, GiB</source>
        <translation>Neue Plattengrenze, GiB</translation>
    </message>
    <message>
        <source>D&amp;ata disk, GiB</source>
        <translation>&amp;Datenplatte, GiB</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Ne&amp;twork</source>
        <translation>N&amp;etz</translation>
    </message>
    <message>
        <source>&amp;Billing</source>
        <translation>&amp;Abrechnung</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Such as 2027-12-31; empty for no end.</source>
        <translation>Etwa 2027-12-31; leer heißt ohne Ende.</translation>
    </message>
    <message>
        <source>Space ticks a host; at most {most} in one request.</source>
        <translation>Leertaste wählt einen Host; höchstens {most} in einem Antrag.</translation>
    </message>
    <message>
        <source>What stays empty stays as it is.</source>
        <translation>Was leer bleibt, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Let the approver choose</source>
        <translation>Wer genehmigt, wählt es</translation>
    </message>
    <message>
        <source>There is no host in your projects.</source>
        <translation>In Ihren Projekten gibt es keinen Host.</translation>
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
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>No quota</source>
        <translation>Kein Kontingent</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent} % belegt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} von {limit}</translation>
    </message>
    <message>
        <source>{used} of {limit} GiB</source>
        <translation>{used} von {limit} GiB</translation>
    </message>
    <message>
        <source>{used}, no limit</source>
        <translation>{used}, keine Grenze</translation>
    </message>
    <message>
        <source>{used} GiB, no limit</source>
        <translation>{used} GiB, keine Grenze</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Project of {domain}</source>
        <translation>Projekt von {domain}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ReturnIncompleteDialog</name>
    <message>
        <source>Return {number} as incomplete</source>
        <translation>{number} als unvollständig zurückgeben</translation>
    </message>
    <message>
        <source>Return ticket</source>
        <translation>Ticket zurückgeben</translation>
    </message>
    <message>
        <source>For example: the seal is missing on page 2</source>
        <translation>Zum Beispiel: Auf Seite 2 fehlt der Stempel</translation>
    </message>
    <message>
        <source>What is &amp;missing</source>
        <translation>Was &amp;fehlt</translation>
    </message>
    <message>
        <source>The requester reads this.</source>
        <translation>Die anfragende Person liest das.</translation>
    </message>
    <message>
        <source>The ticket stays as it is and asks its requester for the form again.</source>
        <translation>Das Ticket bleibt, wie es ist, und bittet die anfragende Person erneut um das Formular.</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Who must pass</source>
        <translation>Wer genehmigen muss</translation>
    </message>
    <message>
        <source>How many must pass</source>
        <translation>Wie viele genehmigen müssen</translation>
    </message>
    <message>
        <source>May be handed on</source>
        <translation>Darf weitergegeben werden</translation>
    </message>
    <message>
        <source>Reminded after so many hours:</source>
        <translation>Erinnert nach so vielen Stunden:</translation>
    </message>
    <message>
        <source>Hours until approvers are reminded; empty: never</source>
        <translation>Stunden, bis die Entscheider erinnert werden; leer: nie</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>after twice as many also ask:</source>
        <translation>nach doppelt so vielen auch fragen:</translation>
    </message>
    <message>
        <source>Who is asked when it is overdue</source>
        <translation>Wer gefragt wird, wenn es überfällig ist</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>niemanden sonst</translation>
    </message>
</context>
<context>
    <name>SaveAttachmentDialog</name>
    <message>
        <source>Save an attachment</source>
        <translation>Einen Anhang speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>{name} ({size})</source>
        <translation>{name} ({size})</translation>
    </message>
    <message>
        <source>&amp;Attachments of this ticket</source>
        <translation>&amp;Anhänge dieses Tickets</translation>
    </message>
</context>
<context>
    <name>SavedViewDialog</name>
    <message>
        <source>Change “{name}”</source>
        <translation>„{name}“ ändern</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation>&amp;Symbol</translation>
    </message>
    <message>
        <source>It keeps the queue and its filters; the tickets in it change as they do.</source>
        <translation>Sie merkt sich Liste und Filter; die Tickets darin ändern sich von selbst.</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Fahne</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SentForm</name>
    <message>
        <source>A file is still being added.</source>
        <translation>Eine Datei wird noch hinzugefügt.</translation>
    </message>
    <message>
        <source>Submit anyway</source>
        <translation>Trotzdem einreichen</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message numerus="yes">
        <source>You, or %n others</source>
        <translation>
            <numerusform>Sie oder %n weitere Person</numerusform>
            <numerusform>Sie oder %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, or %n more</source>
        <translation>
            <numerusform>{name} oder %n weitere Person</numerusform>
            <numerusform>{name} oder %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of %n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>Eine von %n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After you pass, %n more must pass this level.</source>
        <translation>
            <numerusform>Nach Ihrer Genehmigung muss noch %n Person dieser Stufe genehmigen.</numerusform>
            <numerusform>Nach Ihrer Genehmigung müssen noch %n Personen dieser Stufe genehmigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your decision counts. %n more must pass this level.</source>
        <translation>
            <numerusform>Ihre Entscheidung zählt. Noch %n Person muss diese Stufe genehmigen.</numerusform>
            <numerusform>Ihre Entscheidung zählt. Noch %n Personen müssen diese Stufe genehmigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {least} passed</source>
        <translation>
            <numerusform>%n von {least} genehmigt</numerusform>
            <numerusform>%n von {least} genehmigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {of} must pass it.</source>
        <translation>
            <numerusform>%n von {of} muss genehmigen.</numerusform>
            <numerusform>%n von {of} müssen genehmigen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralRequests</name>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>%n Antrag ausgewählt</numerusform>
            <numerusform>%n Anträge ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused and still selected</source>
        <translation>
            <numerusform>%n nicht angenommen und weiter ausgewählt</numerusform>
            <numerusform>%n nicht angenommen und weiter ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n erledigt</numerusform>
            <numerusform>%n erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralTold</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be decided by you now and are left out.</source>
        <translation>
            <numerusform>%n können Sie jetzt nicht entscheiden; er wird ausgelassen.</numerusform>
            <numerusform>%n können Sie jetzt nicht entscheiden; sie werden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareLinkDialog</name>
    <message>
        <source>Share a link on {number}</source>
        <translation>Link zu {number} teilen</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>Link teilen</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Without a title the address is shown.</source>
        <translation>Ohne Titel wird die Adresse gezeigt.</translation>
    </message>
    <message>
        <source>Everybody on the ticket sees it.</source>
        <translation>Alle am Ticket Beteiligten sehen ihn.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>No action is called like that.</source>
        <translation>Keine Aktion heißt so.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>At {server}. What you did meanwhile is kept.</source>
        <translation>Bei {server}. Was Sie inzwischen getan haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>E-mail or &amp;user name</source>
        <translation>E-Mail oder &amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Your tickets and drafts stay on this computer for when you sign in again.</source>
        <translation>Ihre Tickets und Entwürfe bleiben auf diesem Computer, bis Sie sich wieder anmelden.</translation>
    </message>
</context>
<context>
    <name>Simulation</name>
    <message>
        <source>{n}. {level}: {who}</source>
        <translation>{n}. {level}: {who}</translation>
    </message>
    <message>
        <source>nobody – it would stop here</source>
        <translation>niemand – er bliebe hier stehen</translation>
    </message>
    <message>
        <source>too few ({names}) – it would stop here</source>
        <translation>zu wenige ({names}) – er bliebe hier stehen</translation>
    </message>
    <message>
        <source>{name} passed it on {date}</source>
        <translation>{name} hat am {date} genehmigt</translation>
    </message>
    <message>
        <source>{name} rejected it on {date}</source>
        <translation>{name} hat am {date} abgelehnt</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SimulationDialog</name>
    <message>
        <source>Try “{kind}” on past requests</source>
        <translation>„{kind}“ an früheren Anträgen erproben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Nothing is changed. Roles are taken as they are today.</source>
        <translation>Nichts wird geändert. Es gelten die Rollen von heute.</translation>
    </message>
    <message>
        <source>Looking for requests…</source>
        <translation>Anträge werden gesucht …</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>Past requests</source>
        <translation>Frühere Anträge</translation>
    </message>
    <message>
        <source>There is no request of this kind yet that had levels.</source>
        <translation>Es gibt noch keinen Antrag dieser Art, der Stufen hatte.</translation>
    </message>
    <message>
        <source>{done} of {all} requests tried…</source>
        <translation>{done} von {all} Anträgen erprobt …</translation>
    </message>
    <message>
        <source>Stopped. {told}</source>
        <translation>Angehalten. {told}</translation>
    </message>
    <message>
        <source>It could not be tried. Close this and try again.</source>
        <translation>Es konnte nicht erprobt werden. Schließen Sie dies und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Antrag</translation>
    </message>
    <message>
        <source>The changed process would ask</source>
        <translation>Der geänderte Ablauf würde fragen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
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
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
    <message>
        <source>{stars} of {most}</source>
        <translation>{stars} von {most}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {n} of {all}: {steps}</source>
        <translation>Schritt {n} von {all}: {steps}</translation>
    </message>
</context>
<context>
    <name>SwitchDeskDialog</name>
    <message>
        <source>Go to another desk</source>
        <translation>Zu einem anderen Desk</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Desks on this computer</source>
        <translation>Desks auf diesem Computer</translation>
    </message>
    <message>
        <source>&amp;Desks on this computer</source>
        <translation>&amp;Desks auf diesem Computer</translation>
    </message>
    <message>
        <source>What waits here stays here, and is sent when you are back.</source>
        <translation>Was hier wartet, bleibt hier und wird gesendet, wenn Sie zurück sind.</translation>
    </message>
    <message>
        <source>There is no other one. Connect to a server, and a desk for that is made.</source>
        <translation>Es gibt keinen anderen. Verbinden Sie sich mit einem Server, dann entsteht ein Desk dafür.</translation>
    </message>
    <message>
        <source>{desk}, on this computer only</source>
        <translation>{desk}, nur auf diesem Computer</translation>
    </message>
    <message>
        <source>{desk}, {person} at {server}</source>
        <translation>{desk}, {person} auf {server}</translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) can be undone</source>
        <translation>
            <numerusform>%n Änderung rückgängig zu machen</numerusform>
            <numerusform>%n Änderungen rückgängig zu machen</numerusform>
        </translation>
    </message>
    <message>
        <source>{work} {percent} %</source>
        <translation>{work} {percent} %</translation>
    </message>
    <message>
        <source>{place}. {changes}</source>
        <translation>{place}. {changes}</translation>
    </message>
</context>
<context>
    <name>SystemLine</name>
    <message>
        <source>Staff only</source>
        <translation>Nur für Support</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags of {number}</source>
        <translation>Tags von {number}</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>Tags von %n Ticket</numerusform>
            <numerusform>Tags von %n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Save tags</source>
        <translation>Tags speichern</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Enter or a comma adds the word.</source>
        <translation>Eingabetaste oder Komma fügt das Wort hinzu.</translation>
    </message>
    <message>
        <source>&amp;Add a tag</source>
        <translation>Tag &amp;hinzufügen</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>Requester</source>
        <translation>Antragsteller</translation>
    </message>
    <message>
        <source>Handed it on to {whom}</source>
        <translation>Weitergegeben an {whom}</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No ticket selected</source>
        <translation>Kein Ticket ausgewählt</translation>
    </message>
    <message>
        <source>Pick one on the left, or press Ctrl+K to find anything.</source>
        <translation>Wählen Sie links eines aus, oder drücken Sie Strg+K, um alles zu finden.</translation>
    </message>
    <message>
        <source>Waiting to send – you are offline</source>
        <translation>Wartet auf Versand – Sie sind offline</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>No transcript exists for calls</source>
        <translation>Zu Telefonaten gibt es kein Protokoll</translation>
    </message>
    <message>
        <source>What is known about the call stands on the right; related e-mails follow here.</source>
        <translation>Was über den Anruf bekannt ist, steht rechts; zugehörige E-Mails folgen hier.</translation>
    </message>
    <message>
        <source>The attachments lie in earlier messages. Load these first.</source>
        <translation>Die Anhänge liegen in früheren Nachrichten. Laden Sie diese zuerst.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TicketHeader</name>
    <message>
        <source>{number} copied</source>
        <translation>{number} kopiert</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Show or hide properties</source>
        <translation>Eigenschaften ein- oder ausblenden</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketLines</name>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Not assigned yet</source>
        <translation>Noch nicht zugewiesen</translation>
    </message>
    <message>
        <source>Support: {name}</source>
        <translation>Support: {name}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>priority {priority}</source>
        <translation>Priorität {priority}</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>eskaliert</translation>
    </message>
    <message>
        <source>with attachments</source>
        <translation>mit Anhängen</translation>
    </message>
    <message>
        <source>waits for {duration}</source>
        <translation>wartet seit {duration}</translation>
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
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Search subject or content</source>
        <translation>Betreff oder Inhalt suchen</translation>
    </message>
    <message>
        <source>Whose tickets</source>
        <translation>Wessen Tickets</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>Meine Tickets</translation>
    </message>
    <message>
        <source>My organisation</source>
        <translation>Meine Organisation</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contain “{text}”</source>
        <translation>
            <numerusform>%n enthält „{text}“</numerusform>
            <numerusform>%n enthalten „{text}“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} contain “{text}”</source>
        <translation>
            <numerusform>%n von {all} enthält „{text}“</numerusform>
            <numerusform>%n von {all} enthalten „{text}“</numerusform>
        </translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>Die Liste war nicht lesbar.</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreffzeile</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy, HH:mm:ss</source>
        <comment>format, letters as in Qt</comment>
        <translation>dddd, d. MMMM yyyy, HH:mm:ss</translation>
    </message>
    <message>
        <source>{moment} ({zone})</source>
        <translation>{moment} ({zone})</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a day, letters as in Qt</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Undo is possible for %n second(s).</source>
        <translation>
            <numerusform>Noch %n Sekunde rückgängig zu machen.</numerusform>
            <numerusform>Noch %n Sekunden rückgängig zu machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Fett (Strg+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Kursiv (Strg+I)</translation>
    </message>
    <message>
        <source>Link (Ctrl+Shift+K)</source>
        <translation>Link (Strg+Umschalt+K)</translation>
    </message>
    <message>
        <source>List (Ctrl+Shift+8)</source>
        <translation>Liste (Strg+Umschalt+8)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+Shift+A)</source>
        <translation>Dateien anhängen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Canned replies (Ctrl+;)</source>
        <translation>Textbausteine (Strg+;)</translation>
    </message>
    <message>
        <source>More ways to send</source>
        <translation>Weitere Arten zu senden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>Adresse des Links</translation>
    </message>
</context>
<context>
    <name>TopRow</name>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>Something is in the way</source>
        <translation>Etwas steht im Weg</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>AgentDesk cannot open the desk</source>
        <translation>AgentDesk kann den Desk nicht öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Nothing is broken.</source>
        <translation>Nichts ist beschädigt.</translation>
    </message>
    <message>
        <source>The cause is the disk, not what you typed.</source>
        <translation>Die Ursache ist der Datenträger, nicht Ihre Eingabe.</translation>
    </message>
    <message>
        <source>The cause are the permissions of the files.</source>
        <translation>Die Ursache sind die Dateirechte.</translation>
    </message>
    <message>
        <source>The cause is the name the program was started with.</source>
        <translation>Die Ursache ist der Name, mit dem das Programm gestartet wurde.</translation>
    </message>
    <message>
        <source>The cause is the directory the program was started with.</source>
        <translation>Die Ursache ist das Verzeichnis, mit dem das Programm gestartet wurde.</translation>
    </message>
    <message>
        <source>There is no desk in {path}.</source>
        <translation>In {path} liegt kein Desk.</translation>
    </message>
    <message>
        <source>Start with --desk and the directory of your desk.</source>
        <translation>Starten Sie mit --desk und dem Verzeichnis Ihres Desks.</translation>
    </message>
    <message>
        <source>{path} is not a desk.</source>
        <translation>{path} ist kein Desk.</translation>
    </message>
    <message>
        <source>Choose the directory of a desk, or an empty one for a new desk.</source>
        <translation>Wählen Sie das Verzeichnis eines Desks oder ein leeres für einen neuen.</translation>
    </message>
    <message>
        <source>{path} is a file, and a desk is a directory.</source>
        <translation>{path} ist eine Datei; ein Desk ist ein Verzeichnis.</translation>
    </message>
    <message>
        <source>A newer version of AgentDesk has written this desk.</source>
        <translation>Eine neuere Version von AgentDesk hat diesen Desk geschrieben.</translation>
    </message>
    <message>
        <source>This program is too old for it; the desk is unharmed.</source>
        <translation>Dieses Programm ist dafür zu alt; der Desk ist unversehrt.</translation>
    </message>
    <message>
        <source>Install the newer version and open the desk with it.</source>
        <translation>Installieren Sie die neuere Version, und öffnen Sie den Desk damit.</translation>
    </message>
    <message>
        <source>This desk is already open in another window or program.</source>
        <translation>Dieser Desk ist schon in einem anderen Fenster oder Programm geöffnet.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it and try again.</source>
        <translation>Nutzen Sie das offene Fenster, oder schließen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The desk&apos;s file cannot be written, so nothing new can be saved.</source>
        <translation>Die Datei des Desks ist nicht beschreibbar, daher lässt sich nichts Neues speichern.</translation>
    </message>
    <message>
        <source>Make {path} writable and try again; what you typed stays here.</source>
        <translation>Machen Sie {path} beschreibbar, und versuchen Sie es erneut; Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>The desk&apos;s file was damaged. {kept} entries were carried over, {lost} lost.</source>
        <translation>Die Datei des Desks war beschädigt. Einträge übernommen: {kept}, verloren: {lost}.</translation>
    </message>
    <message>
        <source>The computer or the disk stopped in the middle of writing.</source>
        <translation>Der Computer oder der Datenträger hielt mitten im Schreiben an.</translation>
    </message>
    <message>
        <source>You can go on working. The damaged file is kept in {moved}.</source>
        <translation>Sie können weiterarbeiten. Die beschädigte Datei liegt in {moved}.</translation>
    </message>
    <message>
        <source>{path} is not empty.</source>
        <translation>{path} ist nicht leer.</translation>
    </message>
    <message>
        <source>Choose an empty directory.</source>
        <translation>Wählen Sie ein leeres Verzeichnis.</translation>
    </message>
    <message>
        <source>The last change was not saved, because AgentDesk made a mistake ({detail}).</source>
        <translation>Die letzte Änderung wurde nicht gespeichert, weil AgentDesk einen Fehler gemacht hat ({detail}).</translation>
    </message>
    <message>
        <source>The cause is the program, not what you typed.</source>
        <translation>Die Ursache ist das Programm, nicht Ihre Eingabe.</translation>
    </message>
    <message>
        <source>What you typed stays here. Try again; if it comes again, send us Help &gt; Collect diagnostics.</source>
        <translation>Ihre Eingabe bleibt hier. Versuchen Sie es noch einmal; kommt es wieder, senden Sie uns Hilfe &gt; Diagnose zusammenstellen.</translation>
    </message>
    <message>
        <source>The disk is full; the last change was not saved.</source>
        <translation>Der Datenträger ist voll; die letzte Änderung wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Free some space and try again; what you typed stays here.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es erneut; Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>The disk refused to read or write the desk&apos;s file.</source>
        <translation>Der Datenträger verweigert das Lesen oder Schreiben der Datei des Desks.</translation>
    </message>
    <message>
        <source>Check the disk and try again; what you typed stays here.</source>
        <translation>Prüfen Sie den Datenträger, und versuchen Sie es erneut; Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>This desk has not met its server for {days} days, so it stays closed.</source>
        <translation>Dieser Desk hat seinen Server seit {days} Tagen nicht getroffen und bleibt darum geschlossen.</translation>
    </message>
    <message>
        <source>Nothing is broken, and what you wrote is kept.</source>
        <translation>Nichts ist kaputt, und was Sie geschrieben haben, ist aufbewahrt.</translation>
    </message>
    <message>
        <source>Sign in at a terminal: agentdesk connect {server} --as NAME --password-stdin.</source>
        <translation>Melden Sie sich in einem Terminal an: agentdesk connect {server} --as NAME --password-stdin.</translation>
    </message>
    <message>
        <source>Nobody on this desk is called “{person}”.</source>
        <translation>Auf diesem Desk heißt niemand „{person}“.</translation>
    </message>
    <message>
        <source>Start with --as and a user name of this desk.</source>
        <translation>Starten Sie mit --as und einem Benutzernamen dieses Desks.</translation>
    </message>
    <message>
        <source>The account “{person}” is disabled.</source>
        <translation>Das Konto „{person}“ ist deaktiviert.</translation>
    </message>
    <message>
        <source>An administrator of the desk has done so.</source>
        <translation>Das hat die Administration des Desks veranlasst.</translation>
    </message>
    <message>
        <source>Ask the administrator, or start with --as and another user name.</source>
        <translation>Fragen Sie die Administration, oder starten Sie mit --as und einem anderen Benutzernamen.</translation>
    </message>
    <message>
        <source>The desk&apos;s file is damaged, and a part of it cannot be read.</source>
        <translation>Die Datei des Desks ist beschädigt, und ein Teil davon ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Close AgentDesk and start it again: what can be read is carried over to a new file.</source>
        <translation>Schließen Sie AgentDesk und starten Sie es neu: Was lesbar ist, wird in eine neue Datei übernommen.</translation>
    </message>
    <message>
        <source>The desk cannot be used ({code}).</source>
        <translation>Der Desk lässt sich nicht benutzen ({code}).</translation>
    </message>
    <message>
        <source>Try again; the log tells more.</source>
        <translation>Versuchen Sie es erneut; Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read, so the usual ones are used.</source>
        <translation>Die Einstellungen in {path} sind nicht lesbar, daher gelten die üblichen.</translation>
    </message>
    <message>
        <source>The settings could not be saved ({path}).</source>
        <translation>Die Einstellungen ließen sich nicht speichern ({path}).</translation>
    </message>
    <message>
        <source>The setting “{name}” cannot be “{value}”, so the usual one is used.</source>
        <translation>Die Einstellung „{name}“ kann nicht „{value}“ sein, daher gilt die übliche.</translation>
    </message>
    <message>
        <source>{sentence} {way}</source>
        <translation>{sentence} {way}</translation>
    </message>
</context>
<context>
    <name>TypeBlock</name>
    <message>
        <source>Download form</source>
        <translation>Formular herunterladen</translation>
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
        <translation>Ja, gelöst</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Was the problem solved?</source>
        <translation>Wurde das Problem gelöst?</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message>
        <source>Level {n}</source>
        <translation>Stufe {n}</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n change(s) wait</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>{why} Everything on this computer stays readable.</source>
        <translation>{why} Alles auf diesem Computer bleibt lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>{why} Everything on this computer stays readable; %n change(s) wait in the Outbox.</source>
        <translation>
            <numerusform>{why} Alles auf diesem Computer bleibt lesbar; %n Änderung wartet im Postausgang.</numerusform>
            <numerusform>{why} Alles auf diesem Computer bleibt lesbar; %n Änderungen warten im Postausgang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign in again to send %n change(s).</source>
        <translation>
            <numerusform>Melden Sie sich erneut an, um %n Änderung zu senden.</numerusform>
            <numerusform>Melden Sie sich erneut an, um %n Änderungen zu senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>Melden Sie sich erneut an, um weiterzuarbeiten.</translation>
    </message>
    <message numerus="yes">
        <source>{why} %n change(s) wait in the Outbox.</source>
        <translation>
            <numerusform>{why} %n Änderung wartet im Postausgang.</numerusform>
            <numerusform>{why} %n Änderungen warten im Postausgang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been sent. They go out when you sign in again.</source>
        <translation>
            <numerusform>%n Änderung ist noch nicht gesendet. Sie geht hinaus, wenn Sie sich wieder anmelden.</numerusform>
            <numerusform>%n Änderungen sind noch nicht gesendet. Sie gehen hinaus, wenn Sie sich wieder anmelden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartend</numerusform>
            <numerusform>%n wartend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a decision</source>
        <translation>
            <numerusform>%n braucht eine Entscheidung</numerusform>
            <numerusform>%n brauchen eine Entscheidung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WishCard</name>
    <message>
        <source>What is requested</source>
        <translation>Was beantragt wird</translation>
    </message>
    <message>
        <source>Compare with quota</source>
        <translation>Mit dem Kontingent vergleichen</translation>
    </message>
    <message>
        <source>Hide the quota</source>
        <translation>Kontingent ausblenden</translation>
    </message>
</context>
<context>
    <name>WithdrawRequestDialog</name>
    <message>
        <source>Withdraw “{name}”?</source>
        <translation>„{name}“ zurückziehen?</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>Antrag zurückziehen</translation>
    </message>
    <message>
        <source>Keep request</source>
        <translation>Antrag behalten</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Whoever was asked to decide sees it.</source>
        <translation>Wer um die Entscheidung gebeten wurde, sieht ihn.</translation>
    </message>
    <message>
        <source>The request ends here and nothing is carried out. You can send a new one.</source>
        <translation>Der Antrag endet hier, und nichts wird ausgeführt. Sie können einen neuen stellen.</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Writing {file} …</source>
        <translation>{file} wird geschrieben…</translation>
    </message>
    <message>
        <source>{file} was not written: you stopped it.</source>
        <translation>{file} wurde nicht geschrieben: Sie haben es angehalten.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}</translation>
    </message>
</context>
<context>
    <name>_AvatarButton</name>
    <message>
        <source>You are {name}</source>
        <translation>Sie sind {name}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Stop {job}</source>
        <translation>{job} anhalten</translation>
    </message>
</context>
<context>
    <name>_Steps</name>
    <message>
        <source>Download form</source>
        <translation>Formular herunterladen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Fill it in and stamp it with the official company seal</source>
        <translation>Ausfüllen und mit dem offiziellen Firmenstempel versehen</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Hochgeladen</translation>
    </message>
</context>
</TS>
