<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutScreen</name>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>About Rhizotomy Trainer</source>
            <translation>Über Rhizotomy Trainer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Collect for support</source>
            <translation>Für den Support sammeln</translation>
        </message>
        <message>
            <source>Evidence and sources</source>
            <translation>Evidenz und Quellen</translation>
        </message>
        <message>
            <source>Intended use</source>
            <translation>Zweckbestimmung</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Lizenzen</translation>
        </message>
        <message>
            <source>Logs, crash files and settings in one zip, without patient data</source>
            <translation>Protokolle, Absturzberichte und Einstellungen in einer Zip-Datei, ohne Patientendaten</translation>
        </message>
    </context>
    <context>
        <name>AidOverlay</name>
        <message>
            <source>Practice aids</source>
            <translation>Übungshilfen</translation>
        </message>
    </context>
    <context>
        <name>AidSheet</name>
        <message>
            <source>Back to the last step</source>
            <translation>Zurück zum letzten Schritt</translation>
        </message>
        <message>
            <source>Go on in a new attempt from before the last step; this one stays as it is</source>
            <translation>In einem neuen Versuch vor dem letzten Schritt weitermachen; dieser bleibt, wie er ist</translation>
        </message>
        <message>
            <source>Practice aids</source>
            <translation>Übungshilfen</translation>
        </message>
    </context>
    <context>
        <name>AnatomyScreen</name>
        <message>
            <source>Look from: {where}</source>
            <translation>Blick von: {where}</translation>
        </message>
    </context>
    <context>
        <name>AngoffSheet</name>
        <message>
            <source>Angoff sheet</source>
            <translation>Angoff-Bogen</translation>
        </message>
        <message>
            <source>Estimates: a row a judge, a column a station</source>
            <translation>Schätzungen: je Zeile ein Gutachter, je Spalte eine Station</translation>
        </message>
        <message>
            <source>What mark of 100 would a candidate get who is just good enough? Each judge alone.</source>
            <translation>Welche Punktzahl von 100 bekäme ein Prüfling, der gerade gut genug ist? Jeder Gutachter für sich.</translation>
        </message>
        <message>
            <source>Who judged, on what, where the papers are</source>
            <translation>Wer urteilte, worüber, wo die Unterlagen liegen</translation>
        </message>
    </context>
    <context>
        <name>AskDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>AttemptTable</name>
        <message>
            <source>The chart as a table</source>
            <translation>Das Diagramm als Tabelle</translation>
        </message>
    </context>
    <context>
        <name>BeamLamp</name>
        <message>
            <source>BEAM ON</source>
            <translation>STRAHLUNG</translation>
        </message>
        <message>
            <source>BEAM, latched</source>
            <translation>GERASTET</translation>
        </message>
        <message>
            <source>Beam off</source>
            <translation>Strahlung aus</translation>
        </message>
        <message>
            <source>SPOT</source>
            <translation>EINZELBILD</translation>
        </message>
        <message>
            <source>X-ray lamp. F: beam while held, S: one picture, Shift+F: latch</source>
            <translation>Strahlenlampe. F: Strahlung, solange gehalten; S: ein Bild; Umschalt+F: rasten</translation>
        </message>
    </context>
    <context>
        <name>BeamPicture</name>
        <message>
            <source>FREE PREVIEW</source>
            <translation>FREIE VORSCHAU</translation>
        </message>
    </context>
    <context>
        <name>BedsideView</name>
        <message>
            <source>Bedside</source>
            <translation>Am Tisch</translation>
        </message>
        <message>
            <source>Bedside view of the back, head up</source>
            <translation>Ansicht am Tisch: der Rücken, Kopf oben</translation>
        </message>
        <message>
            <source>Drag: the metal pointer (Alt+arrows). Press the hub to grip it; drag to tilt.</source>
            <translation>Ziehen: der Metallzeiger (Alt+Pfeile). Den Ansatz drücken, um ihn zu greifen; ziehen kippt.</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>L</source>
            <translation>L</translation>
        </message>
        <message>
            <source>R</source>
            <translation>R</translation>
        </message>
    </context>
    <context>
        <name>BottomStrip</name>
        <message>
            <source>Beam: press and hold</source>
            <translation>Strahlung: halten</translation>
        </message>
    </context>
    <context>
        <name>CArmCard</name>
        <message>
            <source>Bring this stored view into the machine (V: next)</source>
            <translation>Diese gespeicherte Projektion ins Gerät holen (V: nächste)</translation>
        </message>
        <message>
            <source>Bring view {name} into the machine</source>
            <translation>Projektion {name} ins Gerät holen</translation>
        </message>
        <message>
            <source>C-arm {name} angle, typed</source>
            <translation>C-Bogen-Winkel {name}, getippt</translation>
        </message>
        <message>
            <source>Stored views: choose one, then expose (V: next)</source>
            <translation>Gespeicherte Projektionen: eine wählen, dann aufnehmen (V: nächste)</translation>
        </message>
        <message>
            <source>Type an angle and press Enter</source>
            <translation>Winkel tippen und Eingabe drücken</translation>
        </message>
        <message>
            <source>View {name}</source>
            <translation>Projektion {name}</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Projektionen</translation>
        </message>
        <message>
            <source>e.g. L 15</source>
            <translation>z. B. L 15</translation>
        </message>
        <message>
            <source>e.g. ceph 10</source>
            <translation>z. B. ceph 10</translation>
        </message>
        <message>
            <source>{text!r} is no angle; type for example {example}.</source>
            <translation>{text!r} ist kein Winkel; tippen Sie zum Beispiel {example}.</translation>
        </message>
    </context>
    <context>
        <name>CArmDrawing</name>
        <message>
            <source>C-arm, seen from the feet and from the side</source>
            <translation>C-Bogen, von den Füßen und von der Seite gesehen</translation>
        </message>
        <message>
            <source>Drag a receptor to turn the C-arm (arrow keys, Shift for 5°)</source>
            <translation>Am Empfänger ziehen dreht den C-Bogen (Pfeiltasten, Umschalt für 5°)</translation>
        </message>
        <message>
            <source>from the feet</source>
            <translation>von den Füßen</translation>
        </message>
        <message>
            <source>from the side</source>
            <translation>von der Seite</translation>
        </message>
    </context>
    <context>
        <name>CallCard</name>
        <message>
            <source>Came too near</source>
            <translation>Kam zu nah</translation>
        </message>
        <message>
            <source>How far off, in mm</source>
            <translation>Wie weit daneben, in mm</translation>
        </message>
        <message>
            <source>How far off?</source>
            <translation>Wie weit daneben?</translation>
        </message>
        <message>
            <source>How sure of that?</source>
            <translation>Wie sicher dabei?</translation>
        </message>
        <message>
            <source>How sure you are, in percent</source>
            <translation>Wie sicher Sie sind, in Prozent</translation>
        </message>
        <message>
            <source>Kept its distance</source>
            <translation>Hielt Abstand</translation>
        </message>
        <message>
            <source>Was it safe?</source>
            <translation>War es sicher?</translation>
        </message>
        <message>
            <source>Where was the tip?</source>
            <translation>Wo war die Spitze?</translation>
        </message>
    </context>
    <context>
        <name>CandidateDesk</name>
        <message>
            <source>Begin the station</source>
            <translation>Station beginnen</translation>
        </message>
        <message>
            <source>Begin the warm-up</source>
            <translation>Eingewöhnung beginnen</translation>
        </message>
        <message>
            <source>Every station is submitted. Hand in to get your receipt.</source>
            <translation>Alle Stationen sind abgegeben. Reichen Sie ein, dann erhalten Sie Ihre Quittung.</translation>
        </message>
        <message>
            <source>Examination</source>
            <translation>Untersuchung</translation>
        </message>
        <message>
            <source>First a warm-up: find your way about the room, the machine and the needle. It is never scored, and you may repeat it.</source>
            <translation>Zuerst eine Eingewöhnung: Machen Sie sich mit Raum, Gerät und Nadel vertraut. Sie wird nie bewertet, und Sie dürfen sie wiederholen.</translation>
        </message>
        <message>
            <source>Hand in</source>
            <translation>Einreichen</translation>
        </message>
        <message>
            <source>I am ready: call the invigilator</source>
            <translation>Ich bin bereit: Aufsicht rufen</translation>
        </message>
        <message>
            <source>Invigilator</source>
            <translation>Aufsicht</translation>
        </message>
        <message>
            <source>Next candidate</source>
            <translation>Nächster Prüfling</translation>
        </message>
        <message>
            <source>Pseudonym</source>
            <translation>Pseudonym</translation>
        </message>
        <message>
            <source>Results are withheld until an examiner has released them.</source>
            <translation>Ergebnisse bleiben zurückgehalten, bis sie freigegeben sind.</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Stations</source>
            <translation>Stationen</translation>
        </message>
        <message>
            <source>Your exam is sealed. Write this receipt down; it proves the record.</source>
            <translation>Ihre Prüfung ist versiegelt. Notieren Sie diese Quittung; sie belegt die Aufzeichnung.</translation>
        </message>
    </context>
    <context>
        <name>CaseFolder</name>
        <message>
            <source>Case</source>
            <translation>Fall</translation>
        </message>
        <message>
            <source>Choose what to talk about.</source>
            <translation>Wählen Sie, worüber gesprochen wird.</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Entscheiden</translation>
        </message>
        <message>
            <source>Decided: {words}</source>
            <translation>Entschieden: {words}</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Akte</translation>
        </message>
        <message>
            <source>Open a part of the file on the left.</source>
            <translation>Öffnen Sie links einen Teil der Akte.</translation>
        </message>
        <message>
            <source>Reasons, as you would give them to a colleague:</source>
            <translation>Gründe, wie Sie sie einem Kollegen nennen würden:</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>Gespräch</translation>
        </message>
        <message>
            <source>What the file says</source>
            <translation>Was in der Akte steht</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>Was gesagt wurde</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>noch nicht</translation>
        </message>
    </context>
    <context>
        <name>Checks</name>
        <message>
            <source>I hear the tone, or I go by the lights, which say the same</source>
            <translation>Ich höre den Ton oder richte mich nach den Lichtern, die dasselbe sagen</translation>
        </message>
        <message>
            <source>I see all steps and both faint squares</source>
            <translation>Ich sehe alle Stufen und beide schwachen Quadrate</translation>
        </message>
        <message>
            <source>Picture and sound</source>
            <translation>Bild und Ton</translation>
        </message>
        <message>
            <source>Play the tone</source>
            <translation>Ton abspielen</translation>
        </message>
    </context>
    <context>
        <name>CohortScreen</name>
        <message>
            <source>Cohort</source>
            <translation>Jahrgang</translation>
        </message>
        <message>
            <source>Exam or practice</source>
            <translation>Prüfung oder Übung</translation>
        </message>
        <message>
            <source>Group of the chosen person</source>
            <translation>Gruppe der gewählten Person</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Language of the chosen person</source>
            <translation>Sprache der gewählten Person</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Maß</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
    </context>
    <context>
        <name>CtBox</name>
        <message>
            <source>Bring it in</source>
            <translation>Einlesen</translation>
        </message>
        <message>
            <source>Choose a file ...</source>
            <translation>Datei wählen ...</translation>
        </message>
        <message>
            <source>Choose a folder ...</source>
            <translation>Ordner wählen ...</translation>
        </message>
        <message>
            <source>Drop a CT here: a folder of DICOM files, a DICOMDIR, a zip, a NIfTI or NRRD file. A label map beside it gives levels and landmarks.</source>
            <translation>CT hier ablegen: Ordner mit DICOM-Dateien, DICOMDIR, Zip, NIfTI oder NRRD. Eine Segmentierung daneben liefert Höhen und Landmarken.</translation>
        </message>
        <message>
            <source>Images of the patient</source>
            <translation>Bilder des Patienten</translation>
        </message>
        <message>
            <source>Images: {name}</source>
            <translation>Bilder: {name}</translation>
        </message>
        <message>
            <source>Label map ...</source>
            <translation>Segmentierung ...</translation>
        </message>
        <message>
            <source>Label map: {name}</source>
            <translation>Segmentierung: {name}</translation>
        </message>
        <message>
            <source>Reading the CT</source>
            <translation>Das CT wird gelesen</translation>
        </message>
        <message>
            <source>Reading {name} ...</source>
            <translation>{name} wird gelesen ...</translation>
        </message>
        <message>
            <source>The case has a CT; another one takes its place.</source>
            <translation>Der Fall hat ein CT; ein anderes tritt an seine Stelle.</translation>
        </message>
    </context>
    <context>
        <name>CutView</name>
        <message>
            <source>Click or drag: crosshair. Wheel: scroll, Ctrl+wheel: zoom. Right drag: window. Double click resets. Keys: arrows, Page Up and Page Down, + and -, 0.</source>
            <translation>Klicken oder ziehen: Fadenkreuz. Rad: blättern, Strg+Rad: vergrößern. Rechts ziehen: Fenster. Doppelklick setzt zurück. Tasten: Pfeile, Bild auf und Bild ab, + und -, 0.</translation>
        </message>
    </context>
    <context>
        <name>DebriefCallScreen</name>
        <message>
            <source>Before anything is shown: what do you think?</source>
            <translation>Bevor etwas gezeigt wird: was denken Sie?</translation>
        </message>
        <message>
            <source>Open the debrief without a call of your own</source>
            <translation>Die Nachbesprechung ohne eigenes Urteil öffnen</translation>
        </message>
        <message>
            <source>Record this call and open the debrief</source>
            <translation>Dieses Urteil festhalten und die Nachbesprechung öffnen</translation>
        </message>
        <message>
            <source>Say where each tip ended and whether needle and heat kept their distance. It is recorded, costs no mark, and trains your own eye.</source>
            <translation>Sagen Sie, wo jede Spitze endete und ob Nadel und Hitze Abstand hielten. Es wird festgehalten, kostet keine Punkte und übt Ihr eigenes Auge.</translation>
        </message>
        <message>
            <source>Show me</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
    </context>
    <context>
        <name>DebriefPanel</name>
        <message>
            <source>Errors</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Score card</source>
            <translation>Wertung</translation>
        </message>
        <message>
            <source>To change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <source>What to change</source>
            <translation>Was zu ändern ist</translation>
        </message>
        <message>
            <source>Your call</source>
            <translation>Ihr Urteil</translation>
        </message>
        <message>
            <source>Your own call</source>
            <translation>Ihr eigenes Urteil</translation>
        </message>
    </context>
    <context>
        <name>DebriefPanes</name>
        <message>
            <source>3D truth</source>
            <translation>Wahrheit in 3D</translation>
        </message>
        <message>
            <source>As seen</source>
            <translation>Wie gesehen</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>Experte</translation>
        </message>
        <message>
            <source>With what was true</source>
            <translation>Mit dem Wahren</translation>
        </message>
    </context>
    <context>
        <name>DebriefRibbon</name>
        <message>
            <source>Ribbon: depth of each needle over time</source>
            <translation>Band: Tiefe jeder Nadel über der Zeit</translation>
        </message>
    </context>
    <context>
        <name>DebriefScreen</name>
        <message>
            <source>No moment stands out: look along the ribbon.</source>
            <translation>Kein Moment ragt heraus: schauen Sie das Band entlang.</translation>
        </message>
        <message>
            <source>The drill for this: {title}</source>
            <translation>Die Übung dazu: {title}</translation>
        </message>
        <message>
            <source>The expert's picture at the same decision</source>
            <translation>Das Bild des Experten bei derselben Entscheidung</translation>
        </message>
        <message>
            <source>The picture as it was seen</source>
            <translation>Das Bild, wie es gesehen wurde</translation>
        </message>
        <message>
            <source>The same picture with what was true over it</source>
            <translation>Dasselbe Bild, darüber das Wahre</translation>
        </message>
    </context>
    <context>
        <name>DefineFields</name>
        <message>
            <source> days</source>
            <translation> Tage</translation>
        </message>
        <message>
            <source>As soon as a station lies in a pool, forms are drawn from the pools by the seed. Stations in every form are anchors; all stations share one limit.</source>
            <translation>Sobald eine Station in einem Pool liegt, werden die Formen nach dem Startwert aus den Pools gezogen. Stationen in jeder Form sind Anker; alle Stationen haben dieselbe Frist.</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>Grenze</translation>
        </message>
        <message>
            <source>Cut: least mean mark</source>
            <translation>Grenze: kleinste mittlere Note</translation>
        </message>
        <message>
            <source>Cut: least stations passed</source>
            <translation>Bestehensgrenze: wenigste bestandene Stationen</translation>
        </message>
        <message>
            <source>Cut: most stations with a critical error</source>
            <translation>Bestehensgrenze: meiste Stationen mit kritischem Fehler</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>Ziehung</translation>
        </message>
        <message>
            <source>Each form gets of pool 1</source>
            <translation>Jede Form bekommt aus Pool 1</translation>
        </message>
        <message>
            <source>Each form gets of pool 2</source>
            <translation>Jede Form bekommt aus Pool 2</translation>
        </message>
        <message>
            <source>Each form gets of pool 3</source>
            <translation>Jede Form bekommt aus Pool 3</translation>
        </message>
        <message>
            <source>Encrypted, the file holds the scenarios too, and opens only with the passphrase.</source>
            <translation>Verschlüsselt enthält die Datei auch die Fälle und öffnet sich nur mit der Passphrase.</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>File for the definition</source>
            <translation>Datei für die Festlegung</translation>
        </message>
        <message>
            <source>How the cut was set</source>
            <translation>Wie die Grenze gesetzt wurde</translation>
        </message>
        <message>
            <source>Judges, or people in both groups</source>
            <translation>Urteilende, oder Personen in beiden Gruppen</translation>
        </message>
        <message>
            <source>Limit of all stations, 0 for none</source>
            <translation>Zeit für alle Stationen, 0 für keine Grenze</translation>
        </message>
        <message>
            <source>Nothing is shown before the results are released.</source>
            <translation>Vor der Freigabe der Ergebnisse wird nichts gezeigt.</translation>
        </message>
        <message>
            <source>Parallel forms</source>
            <translation>Parallelformen</translation>
        </message>
        <message>
            <source>Passphrase, to encrypt it</source>
            <translation>Passphrase, zum Verschlüsseln</translation>
        </message>
        <message>
            <source>Records are kept for</source>
            <translation>Aufzeichnungen bleiben</translation>
        </message>
        <message>
            <source>Seed of the draw</source>
            <translation>Startwert der Ziehung</translation>
        </message>
        <message>
            <source>Standard error of measurement, 0 unknown</source>
            <translation>Messfehler der Note, 0 unbekannt</translation>
        </message>
        <message>
            <source>Standard error of the cut</source>
            <translation>Standardfehler der Grenze</translation>
        </message>
        <message>
            <source>Standard set on (year-month-day)</source>
            <translation>Grenze gesetzt am (Jahr-Monat-Tag)</translation>
        </message>
        <message>
            <source>The file</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>The one way of input, for all</source>
            <translation>Die eine Art der Eingabe, für alle</translation>
        </message>
        <message>
            <source>The passphrase again</source>
            <translation>Die Passphrase noch einmal</translation>
        </message>
        <message>
            <source>Title; tells no level, side or procedure</source>
            <translation>Titel; verrät weder Höhe noch Seite noch Eingriff</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Warm-up, never scored</source>
            <translation>Eingewöhnung, nie bewertet</translation>
        </message>
        <message>
            <source>What the candidate reads first</source>
            <translation>Was zuerst gelesen wird</translation>
        </message>
        <message>
            <source>Who, on what, where the papers are</source>
            <translation>Wer, worüber, wo die Unterlagen liegen</translation>
        </message>
    </context>
    <context>
        <name>DeviceDesk</name>
        <message>
            <source>{device} is connected. Shift+F1 shows what it does.</source>
            <translation>{device} ist angeschlossen. Umschalt+F1 zeigt, was es tut.</translation>
        </message>
        <message>
            <source>{device} is gone: beam and grip were dropped.</source>
            <translation>{device} ist fort: Strahlung und Griff wurden gelöst.</translation>
        </message>
    </context>
    <context>
        <name>DrillCard</name>
        <message>
            <source>Drill</source>
            <translation>Übung</translation>
        </message>
    </context>
    <context>
        <name>DrillList</name>
        <message>
            <source>Drills</source>
            <translation>Übungen</translation>
        </message>
    </context>
    <context>
        <name>DrillResultScreen</name>
        <message>
            <source>Again</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <source>Drag to turn it: the ring is the target, the line your needle.</source>
            <translation>Ziehen dreht: der Ring ist das Ziel, die Linie Ihre Nadel.</translation>
        </message>
        <message>
            <source>Drawing the inside …</source>
            <translation>Das Innere wird gezeichnet …</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Startseite</translation>
        </message>
        <message>
            <source>Next drill</source>
            <translation>Nächste Übung</translation>
        </message>
        <message>
            <source>Where the needle ended, in 3D</source>
            <translation>Wo die Nadel endete, in 3D</translation>
        </message>
    </context>
    <context>
        <name>DrillTable</name>
        <message>
            <source>Drills and re-tests</source>
            <translation>Übungen und Nachprüfungen</translation>
        </message>
    </context>
    <context>
        <name>EmptyPlace</name>
        <message>
            <source>Bring it back</source>
            <translation>Zurückholen</translation>
        </message>
        <message>
            <source>The monitor stands here again</source>
            <translation>Der Monitor steht wieder hier</translation>
        </message>
        <message>
            <source>{name}: in a window of its own</source>
            <translation>{name}: in einem eigenen Fenster</translation>
        </message>
    </context>
    <context>
        <name>EquipmentPage</name>
        <message>
            <source>Equipment</source>
            <translation>Ausrüstung</translation>
        </message>
        <message>
            <source>What can be taken in hand (drawn to scale, the active tip bright)</source>
            <translation>Was man in die Hand nehmen kann (maßstäblich, die aktive Spitze hell)</translation>
        </message>
    </context>
    <context>
        <name>ExamDefine</name>
        <message>
            <source>Add as a station</source>
            <translation>Als Station hinzufügen</translation>
        </message>
        <message>
            <source>Back to the sessions</source>
            <translation>Zurück zu den Sitzungen</translation>
        </message>
        <message>
            <source>Define an exam</source>
            <translation>Prüfung festlegen</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Früher</translation>
        </message>
        <message>
            <source>Forms of the station</source>
            <translation>Formen der Station</translation>
        </message>
        <message>
            <source>Limit of the station</source>
            <translation>Zeit der Station</translation>
        </message>
        <message>
            <source>Open a session of it</source>
            <translation>Sitzung damit öffnen</translation>
        </message>
        <message>
            <source>Scenarios of the library</source>
            <translation>Szenarien der Bibliothek</translation>
        </message>
        <message>
            <source>Stations of the exam</source>
            <translation>Stationen der Prüfung</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Herausnehmen</translation>
        </message>
        <message>
            <source>Write the exam</source>
            <translation>Prüfung schreiben</translation>
        </message>
    </context>
    <context>
        <name>ExamFront</name>
        <message>
            <source>An exam is held on this workstation. Its records stay here, chained and signed. There is no validity evidence yet: no decision should rest on a mark.</source>
            <translation>Geprüft wird an diesem Arbeitsplatz. Die Aufzeichnungen bleiben hier, verkettet und signiert. Die Gültigkeit ist noch nicht belegt: Auf keine Bewertung darf eine Entscheidung gestützt werden.</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Datei wählen</translation>
        </message>
        <message>
            <source>Choose an exam</source>
            <translation>Prüfung wählen</translation>
        </message>
        <message>
            <source>Define an exam</source>
            <translation>Prüfung festlegen</translation>
        </message>
        <message>
            <source>Exam, defined or as written (YAML)</source>
            <translation>Prüfung, festgelegt oder als Entwurf (YAML)</translation>
        </message>
        <message>
            <source>Examiner, by a short name</source>
            <translation>Prüferin oder Prüfer, Kurzname</translation>
        </message>
        <message>
            <source>Exams</source>
            <translation>Prüfungen</translation>
        </message>
        <message>
            <source>Go on with this session</source>
            <translation>Mit dieser Sitzung weitermachen</translation>
        </message>
        <message>
            <source>Open a session</source>
            <translation>Sitzung eröffnen</translation>
        </message>
        <message>
            <source>Passphrase, if it is encrypted</source>
            <translation>Kennwort, falls verschlüsselt</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>Workstation</source>
            <translation>Arbeitsplatz</translation>
        </message>
    </context>
    <context>
        <name>ExamScreen</name>
        <message>
            <source>Beginning</source>
            <translation>Es beginnt</translation>
        </message>
        <message>
            <source>Input at this workstation</source>
            <translation>Eingabe an diesem Platz</translation>
        </message>
        <message>
            <source>Invigilator</source>
            <translation>Aufsicht</translation>
        </message>
        <message>
            <source>Invigilator: it is this candidate, and this input</source>
            <translation>Aufsicht: Es ist dieser Prüfling, und diese Eingabe</translation>
        </message>
        <message>
            <source>Invigilator: the station goes on</source>
            <translation>Aufsicht: Die Station geht weiter</translation>
        </message>
        <message>
            <source>Pseudonym and PIN do not belong together.</source>
            <translation>Pseudonym und PIN gehören nicht zusammen.</translation>
        </message>
        <message>
            <source>Sealing</source>
            <translation>Wird versiegelt</translation>
        </message>
        <message>
            <source>Tick both lines once they are so, or tell the invigilator.</source>
            <translation>Bestätigen Sie beide Zeilen, sobald sie stimmen, oder sagen Sie es der Aufsicht.</translation>
        </message>
    </context>
    <context>
        <name>ExamWall</name>
        <message>
            <source>Acting: {who}</source>
            <translation>Es handelt: {who}</translation>
        </message>
        <message>
            <source>Candidates</source>
            <translation>Prüflinge</translation>
        </message>
        <message>
            <source>Hand over to candidates</source>
            <translation>An Prüflinge übergeben</translation>
        </message>
        <message>
            <source>Let it go on</source>
            <translation>Weitergehen lassen</translation>
        </message>
        <message>
            <source>Lock the workstation for candidates to sign in; the staff's PIN unlocks it</source>
            <translation>Den Platz für Prüflinge sperren; die PIN der Aufsicht hebt die Sperre auf</translation>
        </message>
        <message>
            <source>Resume the interrupted try of the chosen candidate; time away is not charged</source>
            <translation>Den unterbrochenen Versuch fortsetzen; die Zeit dazwischen zählt nicht</translation>
        </message>
        <message>
            <source>Show your PIN</source>
            <translation>Die eigene PIN zeigen</translation>
        </message>
        <message>
            <source>Sign on</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Tries of the candidate</source>
            <translation>Versuche des Prüflings</translation>
        </message>
    </context>
    <context>
        <name>FeelView</name>
        <message>
            <source>Feel of the needle, last ten seconds</source>
            <translation>Gefühl der Nadel, letzte zehn Sekunden</translation>
        </message>
        <message>
            <source>What the fingers feel: soft, firm, pop, bone; last ten seconds</source>
            <translation>Was die Finger spüren: weich, fest, Nachgeben, Knochen; letzte zehn Sekunden</translation>
        </message>
        <message>
            <source>feel</source>
            <translation>Gefühl</translation>
        </message>
    </context>
    <context>
        <name>FilmView</name>
        <message>
            <source>Radiograph</source>
            <translation>Röntgenbild</translation>
        </message>
    </context>
    <context>
        <name>FilterRow</name>
        <message>
            <source>Difficulty</source>
            <translation>Schwierigkeit</translation>
        </message>
        <message>
            <source>Done or not</source>
            <translation>Gemacht oder nicht</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Etage</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>Eingriff</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>{what}: all</source>
            <translation>{what}: alle</translation>
        </message>
    </context>
    <context>
        <name>FoldersPage</name>
        <message>
            <source>Choose</source>
            <translation>Wählen</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete older ones now</source>
            <translation>Ältere jetzt löschen</translation>
        </message>
        <message>
            <source>Delete {count} finished attempts from before {day}?</source>
            <translation>{count} abgeschlossene Versuche von vor dem {day} löschen?</translation>
        </message>
        <message>
            <source>Empty the cache</source>
            <translation>Zwischenspeicher leeren</translation>
        </message>
        <message>
            <source>From the next start on. What lies in the old folder stays there.</source>
            <translation>Ab dem nächsten Start. Was im alten Ordner liegt, bleibt dort.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Keep finished attempts</source>
            <translation>Abgeschlossene Versuche aufbewahren</translation>
        </message>
        <message>
            <source>No finished attempt is older than that.</source>
            <translation>Kein abgeschlossener Versuch ist älter.</translation>
        </message>
        <message>
            <source>They cannot be brought back. Unfinished attempts stay.</source>
            <translation>Sie lassen sich nicht zurückholen. Unvollendete Versuche bleiben.</translation>
        </message>
    </context>
    <context>
        <name>FormsDialog</name>
        <message>
            <source>Anchors, in every form</source>
            <translation>Anker, in jeder Form</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Wählen</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Level of the first target</source>
            <translation>Höhe des ersten Ziels</translation>
        </message>
        <message>
            <source>Make the forms</source>
            <translation>Formen herstellen</translation>
        </message>
        <message>
            <source>Making the forms</source>
            <translation>Die Formen werden hergestellt</translation>
        </message>
        <message>
            <source>Number of forms</source>
            <translation>Zahl der Formen</translation>
        </message>
        <message>
            <source>Parallel forms</source>
            <translation>Parallelformen</translation>
        </message>
        <message>
            <source>What was made</source>
            <translation>Was hergestellt wurde</translation>
        </message>
    </context>
    <context>
        <name>GeneralPage</name>
        <message>
            <source>As the computer</source>
            <translation>Wie der Computer</translation>
        </message>
        <message>
            <source>Kerma-area product in</source>
            <translation>Dosisflächenprodukt in</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Monitors stay dark in every theme: a radiograph is read on a dark ground. A procedure that is under way keeps its language until it is left. Numbers in logs and exports are always written with a point.</source>
            <translation>Monitore bleiben bei allen Farben dunkel: Ein Röntgenbild wird auf dunklem Grund gelesen. Ein laufender Eingriff behält seine Sprache, bis er verlassen wird. Zahlen in Protokollen und Exporten stehen immer mit Punkt.</translation>
        </message>
        <message>
            <source>Mouse on a monitor</source>
            <translation>Maus auf einem Monitor</translation>
        </message>
        <message>
            <source>Scrolling with</source>
            <translation>Blättern mit</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Tones</source>
            <translation>Töne</translation>
        </message>
        <message>
            <source>Tones (every tone is also seen)</source>
            <translation>Töne (jeder Ton ist auch zu sehen)</translation>
        </message>
    </context>
    <context>
        <name>GeneratorPage</name>
        <message>
            <source>Duration</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Generator panel</source>
            <translation>Anzeige des Generators</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Modus</translation>
        </message>
        <message>
            <source>No stimulus yet</source>
            <translation>Noch kein Reiz</translation>
        </message>
        <message>
            <source>RF off</source>
            <translation>RF aus</translation>
        </message>
        <message>
            <source>RF off: no electrode in hand</source>
            <translation>RF aus: keine Elektrode</translation>
        </message>
        <message>
            <source>Stimulus</source>
            <translation>Reiz</translation>
        </message>
        <message>
            <source>Temperature</source>
            <translation>Temperatur</translation>
        </message>
    </context>
    <context>
        <name>GreyRamp</name>
        <message>
            <source>Grey steps from black to white</source>
            <translation>Graustufen von Schwarz bis Weiß</translation>
        </message>
    </context>
    <context>
        <name>HazardsPage</name>
        <message>
            <source>Hazards with their margins, round the chosen target</source>
            <translation>Gefahren mit ihren Abständen, um das gewählte Ziel</translation>
        </message>
        <message>
            <source>Margin of {structure}, mm</source>
            <translation>Abstand zu {structure}, mm</translation>
        </message>
        <message>
            <source>Safe from</source>
            <translation>Sicher ab</translation>
        </message>
        <message>
            <source>Solid: the structure. Dashed: its margin, at the chosen target and round it.</source>
            <translation>Durchgezogen: die Struktur. Gestrichelt: ihr Abstand, am gewählten Ziel und darum herum.</translation>
        </message>
    </context>
    <context>
        <name>HelpScreen</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>Help page</source>
            <translation>Hilfeseite</translation>
        </message>
        <message>
            <source>Help pages</source>
            <translation>Hilfeseiten</translation>
        </message>
        <message>
            <source>No page has all of these words.</source>
            <translation>Keine Seite enthält alle diese Wörter.</translation>
        </message>
        <message>
            <source>Search all pages</source>
            <translation>Alle Seiten durchsuchen</translation>
        </message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>Building the patient: {words}</source>
            <translation>Der Patient wird gebaut: {words}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Do not wait for this any longer</source>
            <translation>Nicht länger darauf warten</translation>
        </message>
        <message>
            <source>Drills</source>
            <translation>Übungen</translation>
        </message>
        <message>
            <source>Next for you</source>
            <translation>Als Nächstes für Sie</translation>
        </message>
        <message>
            <source>No case fits these filters.</source>
            <translation>Kein Fall passt zu diesen Filtern.</translation>
        </message>
        <message>
            <source>Rhizotomy Trainer</source>
            <translation>Rhizotomy Trainer</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>Szenarien</translation>
        </message>
        <message>
            <source>Unfinished attempts</source>
            <translation>Unvollendete Versuche</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Arbeitet</translation>
        </message>
    </context>
    <context>
        <name>InstrumentCard</name>
        <message>
            <source>Gripped</source>
            <translation>Gegriffen</translation>
        </message>
        <message>
            <source>Hold grip</source>
            <translation>Griff fest</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Etage</translation>
        </message>
        <message>
            <source>Level to declare</source>
            <translation>Festzulegende Etage</translation>
        </message>
        <message>
            <source>Needle to take</source>
            <translation>Nadel, die genommen wird</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Side to declare</source>
            <translation>Festzulegende Seite</translation>
        </message>
    </context>
    <context>
        <name>KeyList</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Taste</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Keys and help</source>
            <translation>Tasten und Hilfe</translation>
        </message>
        <message>
            <source>Mouse</source>
            <translation>Maus</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Was sie tut</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>Action</source>
            <translation>Handlung</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Handlungen und ihre Tasten</translation>
        </message>
        <message>
            <source>As it came</source>
            <translation>Wie geliefert</translation>
        </message>
        <message>
            <source>Choose a line, click the field, press a key, then use it.</source>
            <translation>Zeile wählen, ins Feld klicken, Taste drücken, dann übernehmen.</translation>
        </message>
        <message>
            <source>Every key is as it came.</source>
            <translation>Jede Taste ist wie geliefert.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>New key:</source>
            <translation>Neue Taste:</translation>
        </message>
        <message>
            <source>Press the new key here</source>
            <translation>Hier die neue Taste drücken</translation>
        </message>
        <message>
            <source>Restore all keys</source>
            <translation>Alle Tasten zurück</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Search among the actions</source>
            <translation>Unter den Handlungen suchen</translation>
        </message>
        <message>
            <source>Use this key</source>
            <translation>Taste übernehmen</translation>
        </message>
        <message>
            <source>{action}: {keys}</source>
            <translation>{action}: {keys}</translation>
        </message>
    </context>
    <context>
        <name>LandmarksPage</name>
        <message>
            <source>A patient built from numbers brings landmarks: nothing is to be done.</source>
            <translation>Ein aus Zahlen gebauter Patient bringt Landmarken mit: Hier ist nichts zu tun.</translation>
        </message>
        <message>
            <source>All are right</source>
            <translation>Alle stimmen</translation>
        </message>
        <message>
            <source>Choose a landmark</source>
            <translation>Wählen Sie eine Landmarke</translation>
        </message>
        <message>
            <source>Keep the moved ones</source>
            <translation>Verschobene behalten</translation>
        </message>
        <message>
            <source>Landmarks</source>
            <translation>Landmarken</translation>
        </message>
        <message>
            <source>Look at each, drag it where it belongs, then say that all are right.</source>
            <translation>Jede ansehen, an ihren Platz ziehen, dann sagen, dass alle stimmen.</translation>
        </message>
        <message>
            <source>None. A label map gives them; without one, targets are set by hand.</source>
            <translation>Keine. Eine Segmentierung liefert sie; ohne sie setzt man Ziele von Hand.</translation>
        </message>
        <message>
            <source>Reading the CT with its landmarks</source>
            <translation>Das CT wird mit seinen Landmarken gelesen</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Show {what}, or not</source>
            <translation>{what} zeigen oder nicht</translation>
        </message>
    </context>
    <context>
        <name>LibraryList</name>
        <message>
            <source>Scenarios</source>
            <translation>Szenarien</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Rhizotomy Trainer</source>
            <translation>Rhizotomy Trainer</translation>
        </message>
    </context>
    <context>
        <name>MarkForm</name>
        <message>
            <source>Comment</source>
            <translation>Bemerkung</translation>
        </message>
        <message>
            <source>Overall</source>
            <translation>Gesamt</translation>
        </message>
        <message>
            <source>Overall, 1 to 5</source>
            <translation>Gesamt, 1 bis 5</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>wählen</translation>
        </message>
    </context>
    <context>
        <name>MarkingStart</name>
        <message>
            <source>Marking</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Sessions with papers</source>
            <translation>Sitzungen mit Arbeiten</translation>
        </message>
        <message>
            <source>You see the work and not whose it is. Nothing here says candidate, station, date, score or what others gave. Items and ratings are design values: no evidence of validity exists.</source>
            <translation>Sie sehen die Arbeit und nicht, wessen sie ist. Nichts hier nennt Prüfling, Station, Datum, Programmwertung oder was andere gaben. Fragen und Urteile sind Entwurfswerte: Ein Beleg ihrer Gültigkeit fehlt.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Ihr Name</translation>
        </message>
        <message>
            <source>Your name, as it signs your marks</source>
            <translation>Ihr Name, wie er Ihre Bewertungen unterschreibt</translation>
        </message>
    </context>
    <context>
        <name>MonitorView</name>
        <message>
            <source>Empty</source>
            <translation>Leer</translation>
        </message>
        <message>
            <source>Right drag: window and level, double click resets. Wheel: zoom, Shift or middle drag: pan (with the hub gripped, wheel and drag move the needle).</source>
            <translation>Rechts ziehen: Fenster und Lage, Doppelklick setzt zurück. Rad: vergrößern, Umschalt oder mittlere Taste: verschieben (bei gegriffenem Ansatz bewegen Rad und Ziehen die Nadel).</translation>
        </message>
        <message>
            <source>{length} mm at isocentre</source>
            <translation>{length} mm am Isozentrum</translation>
        </message>
    </context>
    <context>
        <name>NotchView</name>
        <message>
            <source>Notch of the hub as a clock, the head at twelve</source>
            <translation>Kerbe am Ansatz als Uhr, der Kopf auf zwölf</translation>
        </message>
        <message>
            <source>The hub's notch: twelve is the head (Q, E turn the gripped hub)</source>
            <translation>Die Kerbe am Ansatz: zwölf ist der Kopf (Q, E drehen den gegriffenen Ansatz)</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>Diesen Hinweis schließen</translation>
        </message>
    </context>
    <context>
        <name>PaperPage</name>
        <message>
            <source>Drawing the picture; the first one takes a while.</source>
            <translation>Das Bild wird berechnet; das erste dauert etwas.</translation>
        </message>
        <message>
            <source>No picture was taken.</source>
            <translation>Es wurde kein Bild aufgenommen.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>What was done, and when</source>
            <translation>Was wann getan wurde</translation>
        </message>
    </context>
    <context>
        <name>PaperPicture</name>
        <message>
            <source>Picture as it was seen</source>
            <translation>Bild, wie es gesehen wurde</translation>
        </message>
    </context>
    <context>
        <name>PatientPage</name>
        <message>
            <source>Level of the case</source>
            <translation>Höhe des Falls</translation>
        </message>
        <message>
            <source>Metal or cement</source>
            <translation>Metall oder Zement</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <source>Own CT</source>
            <translation>Eigenes CT</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>Side of the case</source>
            <translation>Seite des Falls</translation>
        </message>
        <message>
            <source>Somebody else with these numbers</source>
            <translation>Jemand anders mit diesen Zahlen</translation>
        </message>
        <message>
            <source>The sketch follows the sliders at once; the picture is of the bones.</source>
            <translation>Die Skizze folgt den Reglern sofort; das Bild zeigt die Knochen.</translation>
        </message>
        <message>
            <source>Transitional vertebra</source>
            <translation>Übergangswirbel</translation>
        </message>
        <message>
            <source>Wedged level</source>
            <translation>Höhe des Keilbruchs</translation>
        </message>
        <message>
            <source>X-rays</source>
            <translation>Röntgen</translation>
        </message>
    </context>
    <context>
        <name>PersonDrawing</name>
        <message>
            <source>SKETCH</source>
            <translation>SKIZZE</translation>
        </message>
        <message>
            <source>Sketch of the patient, from behind and from the side</source>
            <translation>Skizze des Patienten, von hinten und von der Seite</translation>
        </message>
        <message>
            <source>from behind</source>
            <translation>von hinten</translation>
        </message>
        <message>
            <source>from the side</source>
            <translation>von der Seite</translation>
        </message>
    </context>
    <context>
        <name>PersonLeaf</name>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Einwilligung</translation>
        </message>
        <message>
            <source>Name, invented</source>
            <translation>Name, erfunden</translation>
        </message>
        <message>
            <source>Plans: medication, device, allergy or sedation</source>
            <translation>Pläne: medication (Medikament), device (Implantat), allergy (Allergie) oder sedation (Sedierung)</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>T7-T8 left 700; T8-T9 left 200</source>
            <translation>T7-T8 left 700; T8-T9 left 200</translation>
        </message>
        <message>
            <source>The case says who it is</source>
            <translation>Der Fall sagt, wer es ist</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Gewicht</translation>
        </message>
        <message>
            <source>What must be talked over before consent</source>
            <translation>Was vor der Einwilligung besprochen werden muss</translation>
        </message>
        <message>
            <source>Where the pain comes from, never shown: joint, side and share of 1000; ...</source>
            <translation>Woher der Schmerz kommt, nie gezeigt: Gelenk, Seite und Anteil von 1000; ...</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeiten</translation>
        </message>
        <message>
            <source>kg</source>
            <translation>kg</translation>
        </message>
        <message>
            <source>years</source>
            <translation>Jahre</translation>
        </message>
    </context>
    <context>
        <name>PicturePage</name>
        <message>
            <source>Keep</source>
            <translation>Beleg</translation>
        </message>
        <message>
            <source>Last run: {place}</source>
            <translation>Letzte Serie: {place}</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Serie</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <source>Store: {place}</source>
            <translation>Speicher: {place}</translation>
        </message>
        <message>
            <source>{n} pictures</source>
            <translation>{n} Bilder</translation>
        </message>
    </context>
    <context>
        <name>PinDialog</name>
        <message>
            <source>That is not the PIN.</source>
            <translation>Das ist nicht die PIN.</translation>
        </message>
    </context>
    <context>
        <name>PosePage</name>
        <message>
            <source>A machine can be turned once there is a patient.</source>
            <translation>Drehen lässt sich das Gerät, sobald ein Patient da ist.</translation>
        </message>
        <message>
            <source>A point</source>
            <translation>Ein Punkt</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>Zurück zum Start</translation>
        </message>
        <message>
            <source>Centred on</source>
            <translation>Zentriert auf</translation>
        </message>
        <message>
            <source>Drag to pan, Ctrl+arrows turn. Nothing is exposed here.</source>
            <translation>Ziehen verschiebt, Strg+Pfeile drehen. Hier wird nicht durchleuchtet.</translation>
        </message>
        <message>
            <source>Not taken: {pose}</source>
            <translation>Nicht übernommen: {pose}</translation>
        </message>
        <message>
            <source>Oblique (+ to the patient's left)</source>
            <translation>Schräg (+ zur Linken des Patienten)</translation>
        </message>
        <message>
            <source>Pulses a second</source>
            <translation>Pulse je Sekunde</translation>
        </message>
        <message>
            <source>Receptor field, mm</source>
            <translation>Feld des Empfängers, mm</translation>
        </message>
        <message>
            <source>Source to isocentre</source>
            <translation>Quelle bis Isozentrum</translation>
        </message>
        <message>
            <source>Source to receptor</source>
            <translation>Quelle bis Empfänger</translation>
        </message>
        <message>
            <source>Start pose</source>
            <translation>Startstellung</translation>
        </message>
        <message>
            <source>Take this as the start</source>
            <translation>Als Start übernehmen</translation>
        </message>
        <message>
            <source>The case opens as shown</source>
            <translation>Der Fall öffnet sich wie gezeigt</translation>
        </message>
        <message>
            <source>The machine</source>
            <translation>Das Gerät</translation>
        </message>
        <message>
            <source>This is the start: {pose}</source>
            <translation>Das ist der Start: {pose}</translation>
        </message>
        <message>
            <source>Tilt (+ toward the head)</source>
            <translation>Kippung (+ zum Kopf)</translation>
        </message>
        <message>
            <source>Tube voltage outside an attempt</source>
            <translation>Röhrenspannung außerhalb eines Versuchs</translation>
        </message>
    </context>
    <context>
        <name>ProblemList</name>
        <message>
            <source>Nothing hinders publishing.</source>
            <translation>Der Veröffentlichung steht nichts im Weg.</translation>
        </message>
        <message>
            <source>Nothing hinders publishing; worth a look: {count}</source>
            <translation>Der Veröffentlichung steht nichts im Weg; einen Blick wert: {count}</translation>
        </message>
        <message>
            <source>Problems, each leads to its field</source>
            <translation>Mängel, jeder führt zu seinem Feld</translation>
        </message>
        <message>
            <source>To be mended before publishing: {count}</source>
            <translation>Vor dem Veröffentlichen zu beheben: {count}</translation>
        </message>
    </context>
    <context>
        <name>ProfilePage</name>
        <message>
            <source>Changed in this case</source>
            <translation>In diesem Fall geändert</translation>
        </message>
        <message>
            <source>None: nothing depends on one</source>
            <translation>Keines: Nichts hängt davon ab</translation>
        </message>
        <message>
            <source>Practice profile</source>
            <translation>Praxisprofil</translation>
        </message>
        <message>
            <source>What the profile says</source>
            <translation>Was das Profil sagt</translation>
        </message>
    </context>
    <context>
        <name>ProgressChart</name>
        <message>
            <source>Attempt {number} of {count}: {words}</source>
            <translation>Versuch {number} von {count}: {words}</translation>
        </message>
    </context>
    <context>
        <name>ProgressScreen</name>
        <message>
            <source>Arrow keys or the mouse read single attempts.</source>
            <translation>Pfeiltasten oder Maus lesen einzelne Versuche vor.</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Fall</translation>
        </message>
        <message>
            <source>Case: all</source>
            <translation>Fall: alle</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>Diagramme</translation>
        </message>
        <message>
            <source>Drills</source>
            <translation>Übungen</translation>
        </message>
        <message>
            <source>Evidence so far, in words</source>
            <translation>Bisherige Evidenz in Worten</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Etage</translation>
        </message>
        <message>
            <source>Level: all</source>
            <translation>Höhe: alle</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>Eingriff</translation>
        </message>
        <message>
            <source>Procedure: all</source>
            <translation>Verfahren: alle</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
    </context>
    <context>
        <name>PublishPage</name>
        <message>
            <source>Fill in what is missing</source>
            <translation>Fehlendes ergänzen</translation>
        </message>
        <message>
            <source>First author</source>
            <translation>Erste Autorin, erster Autor</translation>
        </message>
        <message>
            <source>It will be version {version} in your library.</source>
            <translation>In Ihrer Bibliothek wird es Version {version}.</translation>
        </message>
        <message>
            <source>Its id: small letters, digits, hyphens</source>
            <translation>Kennung: Kleinbuchstaben, Ziffern, Bindestriche</translation>
        </message>
        <message>
            <source>Let the expert play it</source>
            <translation>Den Experten spielen lassen</translation>
        </message>
        <message>
            <source>Neutral title, shown in exams</source>
            <translation>Neutraler Titel für Prüfungen</translation>
        </message>
        <message>
            <source>One sentence for the list</source>
            <translation>Ein Satz für die Liste</translation>
        </message>
        <message>
            <source>Parallel forms</source>
            <translation>Parallelformen</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Veröffentlichen</translation>
        </message>
        <message>
            <source>The case in short</source>
            <translation>Der Fall in Kürze</translation>
        </message>
        <message>
            <source>The expert plays the case</source>
            <translation>Der Experte spielt den Fall</translation>
        </message>
        <message>
            <source>The program proposes everything that patient and targets allow</source>
            <translation>Das Programm schlägt alles vor, was Patient und Ziele hergeben</translation>
        </message>
        <message>
            <source>The same case at other levels and sides, as forms of an exam</source>
            <translation>Derselbe Fall auf anderen Höhen und Seiten, als Formen einer Prüfung</translation>
        </message>
        <message>
            <source>Title, shown in practice</source>
            <translation>Titel beim Üben</translation>
        </message>
        <message>
            <source>Try it as a trainee</source>
            <translation>Als Lernende ausprobieren</translation>
        </message>
    </context>
    <context>
        <name>RadiographPage</name>
        <message>
            <source>A ball in the picture</source>
            <translation>Eine Kugel im Bild</translation>
        </message>
        <message>
            <source>A ruler in the picture</source>
            <translation>Ein Lineal im Bild</translation>
        </message>
        <message>
            <source>Back on the right (from the left)</source>
            <translation>Rücken rechts (von links)</translation>
        </message>
        <message>
            <source>Belly on the right (from the right)</source>
            <translation>Bauch rechts (von rechts)</translation>
        </message>
        <message>
            <source>Choose radiographs ...</source>
            <translation>Röntgenbilder wählen ...</translation>
        </message>
        <message>
            <source>Choose whose landmarks ...</source>
            <translation>Wessen Landmarken ...</translation>
        </message>
        <message>
            <source>Fetching the landmarks</source>
            <translation>Die Landmarken werden geholt</translation>
        </message>
        <message>
            <source>From behind or in front (AP)</source>
            <translation>Von hinten oder vorn (AP)</translation>
        </message>
        <message>
            <source>From the side (lateral)</source>
            <translation>Von der Seite (seitlich)</translation>
        </message>
        <message>
            <source>Geometry from</source>
            <translation>Geometrie aus</translation>
        </message>
        <message>
            <source>Landmarks</source>
            <translation>Landmarken</translation>
        </message>
        <message>
            <source>Landmarks of known place</source>
            <translation>Landmarken bekannter Lage</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Etage</translation>
        </message>
        <message>
            <source>Orientation from the file</source>
            <translation>Ausrichtung aus der Datei</translation>
        </message>
        <message>
            <source>Patient's left on the right (from the front)</source>
            <translation>Links des Patienten rechts (von vorn)</translation>
        </message>
        <message>
            <source>Patient's right on the right (from behind)</source>
            <translation>Rechts des Patienten rechts (von hinten)</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Radiographs of the patient</source>
            <translation>Röntgenbilder des Patienten</translation>
        </message>
        <message>
            <source>Reading the radiographs</source>
            <translation>Die Röntgenbilder werden gelesen</translation>
        </message>
        <message>
            <source>Seen from</source>
            <translation>Gesehen von</translation>
        </message>
        <message>
            <source>Something else is still being done: try again in a moment.</source>
            <translation>Noch läuft etwas anderes: Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>Take into the case</source>
            <translation>In den Fall übernehmen</translation>
        </message>
        <message>
            <source>Take the mark away</source>
            <translation>Marke wegnehmen</translation>
        </message>
        <message>
            <source>The case's patient up to now</source>
            <translation>Der bisherige Patient des Falls</translation>
        </message>
        <message>
            <source>The file's own tags</source>
            <translation>Angaben der Datei</translation>
        </message>
        <message>
            <source>True length or diameter</source>
            <translation>Wahre Länge oder Durchmesser</translation>
        </message>
        <message>
            <source>Where the file does not say it</source>
            <translation>Wo die Datei es nicht sagt</translation>
        </message>
        <message>
            <source>Whose landmarks</source>
            <translation>Wessen Landmarken</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Parts of the case</source>
            <translation>Teile des Falls</translation>
        </message>
    </context>
    <context>
        <name>RecordLight</name>
        <message>
            <source>Solid: safe on disk. Hollow: being written. Red: recording failed.</source>
            <translation>Voll: sicher gespeichert. Hohl: wird geschrieben. Rot: Aufzeichnung misslungen.</translation>
        </message>
    </context>
    <context>
        <name>RoomSheet</name>
        <message>
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Raum</translation>
        </message>
        <message>
            <source>Room and patient</source>
            <translation>Raum und Patient</translation>
        </message>
        <message>
            <source>Say</source>
            <translation>Sagen</translation>
        </message>
        <message>
            <source>Something is wrong</source>
            <translation>Etwas stimmt nicht</translation>
        </message>
        <message>
            <source>done</source>
            <translation>getan</translation>
        </message>
        <message>
            <source>not done</source>
            <translation>nicht getan</translation>
        </message>
    </context>
    <context>
        <name>RowsTable</name>
        <message>
            <source>Add a row</source>
            <translation>Zeile hinzufügen</translation>
        </message>
        <message>
            <source>Take the row away</source>
            <translation>Zeile entfernen</translation>
        </message>
    </context>
    <context>
        <name>RubricPage</name>
        <message>
            <source>All at</source>
            <translation>Alles bei</translation>
        </message>
        <message>
            <source>As it ships. A changed value makes a rubric of this case's own.</source>
            <translation>Wie mitgeliefert. Ein geänderter Wert macht daraus ein eigenes Raster dieses Falls.</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Gemessen</translation>
        </message>
        <message>
            <source>Nothing at</source>
            <translation>Nichts bei</translation>
        </message>
        <message>
            <source>Own rubric: {name}</source>
            <translation>Eigenes Raster: {name}</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>Rubric</source>
            <translation>Bewertungsraster</translation>
        </message>
        <message>
            <source>Rubric: points, and what earns all or nothing</source>
            <translation>Raster: Punkte, und was alles oder nichts einbringt</translation>
        </message>
        <message>
            <source>This case brings a whole rubric of its own in its file.</source>
            <translation>Dieser Fall bringt in seiner Datei ein ganzes eigenes Raster mit.</translation>
        </message>
        <message>
            <source>Time limit</source>
            <translation>Zeitgrenze</translation>
        </message>
        <message>
            <source>Type another value: {setting}</source>
            <translation>Anderen Wert eingeben: {setting}</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>{text!r} is no whole number.</source>
            <translation>{text!r} ist keine ganze Zahl.</translation>
        </message>
    </context>
    <context>
        <name>SettingsScreen</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Everything as it came</source>
            <translation>Alles wie geliefert</translation>
        </message>
        <message>
            <source>Everything as it was before</source>
            <translation>Alles wie zuvor</translation>
        </message>
        <message>
            <source>Everything is as it came. Save keeps it, Cancel takes it back.</source>
            <translation>Alles ist wie geliefert. Speichern behält es, Abbrechen nimmt es zurück.</translation>
        </message>
        <message>
            <source>Folders and records</source>
            <translation>Ordner und Daten</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <source>Keep what is set</source>
            <translation>Behalten, was eingestellt ist</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Parts of the settings</source>
            <translation>Teile der Einstellungen</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Alles zurücksetzen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>ShaftView</name>
        <message>
            <source>Needle shaft outside the skin, a ring every 10 mm</source>
            <translation>Nadelschaft außerhalb der Haut, ein Ring alle 10 mm</translation>
        </message>
        <message>
            <source>No needle in hand</source>
            <translation>Keine Nadel in der Hand</translation>
        </message>
        <message>
            <source>The shaft outside the skin: one ring every 10 mm from the tip</source>
            <translation>Der Schaft außerhalb der Haut: ein Ring alle 10 mm ab der Spitze</translation>
        </message>
    </context>
    <context>
        <name>SideSheet</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>SolidView</name>
        <message>
            <source>3D view</source>
            <translation>3D-Ansicht</translation>
        </message>
        <message>
            <source>Drag turns, wheel zooms, right drag pans, click points at bone, double click resets. Keys: arrows, Shift+arrows, + and -, 0.</source>
            <translation>Ziehen dreht, Rad vergrößert, rechts ziehen verschiebt, Klick zeigt auf Knochen, Doppelklick setzt zurück. Tasten: Pfeile, Umschalt+Pfeile, + und -, 0.</translation>
        </message>
        <message>
            <source>SIMULATION</source>
            <translation>SIMULATION</translation>
        </message>
    </context>
    <context>
        <name>Stage</name>
        <message>
            <source>Picture as the C-arm stands</source>
            <translation>Bild, wie der C-Bogen steht</translation>
        </message>
        <message>
            <source>Picture from behind</source>
            <translation>Bild von hinten</translation>
        </message>
        <message>
            <source>Picture from the side</source>
            <translation>Bild von der Seite</translation>
        </message>
        <message>
            <source>Slices</source>
            <translation>Schnitte</translation>
        </message>
        <message>
            <source>Two views</source>
            <translation>Zwei Ansichten</translation>
        </message>
    </context>
    <context>
        <name>StoryPage</name>
        <message>
            <source>A careful colleague could also say: {words}</source>
            <translation>Eine sorgfältige Kollegin könnte auch sagen: {words}</translation>
        </message>
        <message>
            <source>Add a block</source>
            <translation>Blockade dazu</translation>
        </message>
        <message>
            <source>Block diary</source>
            <translation>Schmerztagebuch der Blockaden</translation>
        </message>
        <message>
            <source>Block diary, oldest first</source>
            <translation>Blockadetagebuch, älteste zuerst</translation>
        </message>
        <message>
            <source>Block taken away</source>
            <translation>Blockade entfernt</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Akte</translation>
        </message>
        <message>
            <source>Leaves of the story</source>
            <translation>Blätter der Geschichte</translation>
        </message>
        <message>
            <source>Parts of the file</source>
            <translation>Teile der Akte</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Take the block away</source>
            <translation>Blockade wegnehmen</translation>
        </message>
        <message>
            <source>The right decision</source>
            <translation>Die richtige Entscheidung</translation>
        </message>
        <message>
            <source>What each reason is worth in this case</source>
            <translation>Was jeder Grund in diesem Fall wert ist</translation>
        </message>
        <message>
            <source>What the debrief says about it</source>
            <translation>Was die Nachbesprechung dazu sagt</translation>
        </message>
        <message>
            <source>What the file says</source>
            <translation>Was in der Akte steht</translation>
        </message>
        <message>
            <source>Why: {reason}</source>
            <translation>Warum: {reason}</translation>
        </message>
    </context>
    <context>
        <name>StudioFrame</name>
        <message>
            <source>All cases</source>
            <translation>Alle Fälle</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stopp</translation>
        </message>
    </context>
    <context>
        <name>StudioFront</name>
        <message>
            <source>An instructor</source>
            <translation>Eine Lehrperson</translation>
        </message>
        <message>
            <source>Author of what is begun</source>
            <translation>Name auf dem, was begonnen wird</translation>
        </message>
        <message>
            <source>Cases in the making</source>
            <translation>Fälle in Arbeit</translation>
        </message>
        <message>
            <source>Fork a case of the library</source>
            <translation>Einen Fall der Bibliothek abwandeln</translation>
        </message>
        <message>
            <source>Fork this case</source>
            <translation>Diesen Fall abwandeln</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Make a case: fork one that is near to yours, or begin with your own images.</source>
            <translation>Einen Fall machen: einen ähnlichen abwandeln oder mit eigenen Bildern beginnen.</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>Neuer Fall</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Studio</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Verwerfen</translation>
        </message>
    </context>
    <context>
        <name>StudioScreen</name>
        <message>
            <source>Checking the case and publishing it</source>
            <translation>Der Fall wird geprüft und veröffentlicht</translation>
        </message>
        <message>
            <source>Choose a patient first.</source>
            <translation>Wählen Sie zuerst einen Patienten.</translation>
        </message>
        <message>
            <source>The patient has changed; it is built in a moment.</source>
            <translation>Der Patient hat sich geändert; er wird gleich gebaut.</translation>
        </message>
    </context>
    <context>
        <name>SuitePanels</name>
        <message>
            <source>Keep (R) puts the held picture here.</source>
            <translation>Behalten (R) legt das gehaltene Bild hierher.</translation>
        </message>
        <message>
            <source>Live monitor</source>
            <translation>Live-Monitor</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referenz</translation>
        </message>
    </context>
    <context>
        <name>SuiteScreen</name>
        <message>
            <source>Go on</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Nothing can be moved afterwards; it is then scored.</source>
            <translation>Danach lässt sich nichts mehr bewegen; dann wird bewertet.</translation>
        </message>
        <message>
            <source>Procedure room</source>
            <translation>Eingriffsraum</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Submit this attempt?</source>
            <translation>Diesen Versuch abgeben?</translation>
        </message>
    </context>
    <context>
        <name>SyringePage</name>
        <message>
            <source>How much to inject</source>
            <translation>Wie viel injiziert wird</translation>
        </message>
        <message>
            <source>Nothing went through this needle yet</source>
            <translation>Durch diese Nadel ging noch nichts</translation>
        </message>
        <message>
            <source>The plunger moves.</source>
            <translation>Der Kolben bewegt sich.</translation>
        </message>
        <message>
            <source>What to inject</source>
            <translation>Was injiziert wird</translation>
        </message>
        <message>
            <source>{ml} mL</source>
            <translation>{ml} ml</translation>
        </message>
    </context>
    <context>
        <name>TargetsPage</name>
        <message>
            <source>Accepted courses of the nerve</source>
            <translation>Anerkannte Verläufe des Nervs</translation>
        </message>
        <message>
            <source>Add target</source>
            <translation>Ziel dazu</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>Knochen</translation>
        </message>
        <message>
            <source>Click a corner to choose bone and side. Arrows: level and side.</source>
            <translation>Klick auf eine Ecke wählt Knochen und Seite. Pfeile: Höhe und Seite.</translation>
        </message>
        <message>
            <source>Click the target in each picture. Arrows: a pixel, Shift: ten.</source>
            <translation>Klicken Sie das Ziel in jedem Bild an. Pfeile: ein Pixel, Umschalt: zehn.</translation>
        </message>
        <message>
            <source>Counts as reached within</source>
            <translation>Gilt als erreicht innerhalb</translation>
        </message>
        <message>
            <source>Drag the ring, or click where the target is. Arrows: 0.5 mm.</source>
            <translation>Ring ziehen oder dorthin klicken, wo das Ziel ist. Pfeile: 0,5 mm.</translation>
        </message>
        <message>
            <source>Joint</source>
            <translation>Gelenk</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>Eingriff</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>Wegnehmen</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Ziele</translation>
        </message>
        <message>
            <source>Targets, in order</source>
            <translation>Ziele, der Reihe nach</translation>
        </message>
        <message>
            <source>The target is known within</source>
            <translation>Das Ziel ist bekannt auf</translation>
        </message>
    </context>
    <context>
        <name>TeachingPage</name>
        <message>
            <source>Add a picture</source>
            <translation>Bild dazu</translation>
        </message>
        <message>
            <source>Add a picture ...</source>
            <translation>Bild dazu ...</translation>
        </message>
        <message>
            <source>Pictures beside the case; drop files here</source>
            <translation>Bilder neben dem Fall; Dateien hier ablegen</translation>
        </message>
        <message>
            <source>Pictures that lie beside the case</source>
            <translation>Bilder, die neben dem Fall liegen</translation>
        </message>
        <message>
            <source>What the debrief says</source>
            <translation>Was die Nachbesprechung sagt</translation>
        </message>
    </context>
    <context>
        <name>ToldDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Menu: every action and its key</source>
            <translation>Menü: jede Handlung und ihre Taste</translation>
        </message>
        <message>
            <source>Target convention: </source>
            <translation>Zielkonvention: </translation>
        </message>
        <message>
            <source>Time in the attempt</source>
            <translation>Zeit im Versuch</translation>
        </message>
        <message>
            <source>Time since the attempt began</source>
            <translation>Zeit seit Beginn des Versuchs</translation>
        </message>
        <message>
            <source>{dose}   simulated</source>
            <translation>{dose}   simuliert</translation>
        </message>
        <message>
            <source>{minutes} min: reset</source>
            <translation>{minutes} min: quittieren</translation>
        </message>
    </context>
    <context>
        <name>TrackerSheet</name>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <source>Follow the needle</source>
            <translation>Der Nadel folgen</translation>
        </message>
        <message>
            <source>Hub to tip</source>
            <translation>Ansatz zur Spitze</translation>
        </message>
        <message>
            <source>Point</source>
            <translation>Punkt</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Registrieren</translation>
        </message>
        <message>
            <source>Tip is on it</source>
            <translation>Spitze liegt darauf</translation>
        </message>
        <message>
            <source>Tool</source>
            <translation>Werkzeug</translation>
        </message>
        <message>
            <source>Touched points</source>
            <translation>Berührte Punkte</translation>
        </message>
        <message>
            <source>Tracked needle</source>
            <translation>Verfolgte Nadel</translation>
        </message>
        <message>
            <source>the first that comes</source>
            <translation>das erste</translation>
        </message>
    </context>
    <context>
        <name>TryBar</name>
        <message>
            <source>Back to the studio</source>
            <translation>Zurück ins Studio</translation>
        </message>
        <message>
            <source>Keep this run as reference</source>
            <translation>Diesen Lauf als Referenz behalten</translation>
        </message>
        <message>
            <source>Nothing is marked yet</source>
            <translation>Noch ist nichts bewertet</translation>
        </message>
        <message>
            <source>Try-out</source>
            <translation>Probelauf</translation>
        </message>
    </context>
    <context>
        <name>ViewsPage</name>
        <message>
            <source>Add a view</source>
            <translation>Ansicht dazu</translation>
        </message>
        <message>
            <source>Oblique, to either side</source>
            <translation>Schräg, nach beiden Seiten</translation>
        </message>
        <message>
            <source>Still counts when off by</source>
            <translation>Zählt noch bei Abweichung von</translation>
        </message>
        <message>
            <source>Take this view away</source>
            <translation>Diese Ansicht wegnehmen</translation>
        </message>
        <message>
            <source>The chosen view, to the patient's left</source>
            <translation>Die gewählte Ansicht, zur Linken des Patienten</translation>
        </message>
        <message>
            <source>Tilt</source>
            <translation>Kippung</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>View added</source>
            <translation>Ansicht dazu</translation>
        </message>
        <message>
            <source>View taken away</source>
            <translation>Ansicht weggenommen</translation>
        </message>
        <message>
            <source>Views that a careful operator takes</source>
            <translation>Ansichten, die man sorgfältig einstellt</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>Wozu sie dient</translation>
        </message>
    </context>
    <context>
        <name>trainer</name>
        <message>
            <source> (stopped)</source>
            <translation> (angehalten)</translation>
        </message>
        <message>
            <source> and {count} more</source>
            <translation> und {count} weitere</translation>
        </message>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>(coughs) It is hard to breathe in.</source>
            <translation>(hustet) Ich bekomme schlecht Luft.</translation>
        </message>
        <message>
            <source>, critical error</source>
            <translation>, kritischer Fehler</translation>
        </message>
        <message>
            <source>, needle {mm} deep</source>
            <translation>, Nadel {mm} tief</translation>
        </message>
        <message>
            <source>, went into: {0}</source>
            <translation>, hinein gelangte: {0}</translation>
        </message>
        <message>
            <source>, {0} outside the margin of the {1}</source>
            <translation>, {0} außerhalb des Randes von: {1}</translation>
        </message>
        <message>
            <source>0 mm off</source>
            <translation>0 mm daneben</translation>
        </message>
        <message>
            <source>1 attempt</source>
            <translation>1 Versuch</translation>
        </message>
        <message>
            <source>1 attempt counts</source>
            <translation>1 Versuch zählt</translation>
        </message>
        <message>
            <source>1 entry</source>
            <translation>1 Eintrag</translation>
        </message>
        <message>
            <source>1 min</source>
            <translation>1 min</translation>
        </message>
        <message>
            <source>1 movement of a needle</source>
            <translation>1 Bewegung einer Nadel</translation>
        </message>
        <message>
            <source>1 movement of the C-arm</source>
            <translation>1 Bewegung des C-Bogens</translation>
        </message>
        <message>
            <source>1 person</source>
            <translation>1 Person</translation>
        </message>
        <message>
            <source>1 picture</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <source>1 problem</source>
            <translation>1 Mangel</translation>
        </message>
        <message>
            <source>1 where a level was declared before the first puncture while the monitor held an exposure that serves the scenario's level role; else 0.</source>
            <translation>1, wo vor der ersten Punktion eine Etage angegeben wurde, während der Monitor eine Aufnahme zeigte, die der Etagenansicht des Szenarios genügt; sonst 0.</translation>
        </message>
        <message>
            <source>1 where an exposure that serves the scenario's depth role, with the tip in its field, was taken after the needle last moved or turned; else 0. None where the scenario asks for no depth view.</source>
            <translation>1, wo eine Aufnahme mit der Spitze im Feld, die der Tiefenansicht des Szenarios genügt, gemacht wurde, nachdem die Nadel zuletzt bewegt oder gedreht wurde; sonst 0. Nichts, wo das Szenario keine Tiefenansicht verlangt.</translation>
        </message>
        <message>
            <source>1 where the drill in the header was done as its criterion asks: its measure's rule (`Drills`, below) holds with the limits in the header; otherwise 0.</source>
            <translation>1, wo die Übung im Kopf des Protokolls so getan wurde, wie ihr Kriterium es verlangt: Die Regel ihres Maßes (in der Bewertungsreferenz unter „Drills“) gilt mit den Grenzen im Kopf; sonst 0.</translation>
        </message>
        <message>
            <source>1 where the last decision (proceed, postpone, decline) is the story's or one that it also accepts; 0 where it is another or was never said.</source>
            <translation>1, wo die letzte Entscheidung (durchführen, verschieben, ablehnen) die der Geschichte ist oder eine, die sie auch anerkennt; 0, wo sie eine andere ist oder nie fiel.</translation>
        </message>
        <message>
            <source>1 where the last declaration names the level and side of a target and was made with a picture on the monitor; 0 where it names another, was made without a picture, or is missing.</source>
            <translation>1, wo die letzte Angabe Etage und Seite eines Ziels nennt und mit einem Bild auf dem Monitor gemacht wurde; 0, wo sie andere nennt, ohne Bild gemacht wurde oder fehlt.</translation>
        </message>
        <message>
            <source>10 min</source>
            <translation>10 min</translation>
        </message>
        <message>
            <source>16 G RF cannula, 100 mm, 10 mm curved tip</source>
            <translation>16-G-RF-Kanüle, 100 mm, 10 mm gebogene Spitze</translation>
        </message>
        <message>
            <source>16 G RF cannula, 100 mm, 10 mm tip</source>
            <translation>16-G-RF-Kanüle, 100 mm, 10 mm Spitze</translation>
        </message>
        <message>
            <source>16 G RF cannula, 150 mm, 10 mm tip</source>
            <translation>16-G-RF-Kanüle, 150 mm, 10 mm Spitze</translation>
        </message>
        <message>
            <source>17 G cooled RF introducer, 100 mm, 5.5 mm tip</source>
            <translation>17-G-Einführkanüle, gekühlte RF, 100 mm, 5,5 mm Spitze</translation>
        </message>
        <message>
            <source>18 G RF cannula, 100 mm, 10 mm curved tip</source>
            <translation>18-G-RF-Kanüle, 100 mm, 10 mm gebogene Spitze</translation>
        </message>
        <message>
            <source>18 G RF cannula, 100 mm, 10 mm tip</source>
            <translation>18-G-RF-Kanüle, 100 mm, 10 mm Spitze</translation>
        </message>
        <message>
            <source>18 G RF cannula, 100 mm, 5 mm tip</source>
            <translation>18-G-RF-Kanüle, 100 mm, 5 mm Spitze</translation>
        </message>
        <message>
            <source>18 G RF cannula, 150 mm, 10 mm curved tip</source>
            <translation>18-G-RF-Kanüle, 150 mm, 10 mm gebogene Spitze</translation>
        </message>
        <message>
            <source>18 G RF cannula, 150 mm, 10 mm tip</source>
            <translation>18-G-RF-Kanüle, 150 mm, 10 mm Spitze</translation>
        </message>
        <message>
            <source>180 days</source>
            <translation>180 Tage</translation>
        </message>
        <message>
            <source>2 Hz</source>
            <translation>2 Hz</translation>
        </message>
        <message>
            <source>2 Hz since the needle was last aimed</source>
            <translation>2 Hz seit dem letzten Ausrichten der Nadel</translation>
        </message>
        <message>
            <source>20 G RF cannula, 100 mm, 10 mm curved tip</source>
            <translation>20-G-RF-Kanüle, 100 mm, 10 mm gebogene Spitze</translation>
        </message>
        <message>
            <source>20 G RF cannula, 100 mm, 10 mm tip</source>
            <translation>20-G-RF-Kanüle, 100 mm, 10 mm Spitze</translation>
        </message>
        <message>
            <source>20 G RF cannula, 100 mm, 5 mm tip</source>
            <translation>20-G-RF-Kanüle, 100 mm, 5 mm Spitze</translation>
        </message>
        <message>
            <source>22 G RF cannula, 100 mm, 5 mm curved tip</source>
            <translation>22-G-RF-Kanüle, 100 mm, 5 mm gebogene Spitze</translation>
        </message>
        <message>
            <source>22 G RF cannula, 100 mm, 5 mm tip</source>
            <translation>22-G-RF-Kanüle, 100 mm, 5 mm Spitze</translation>
        </message>
        <message>
            <source>22 G pencil-point needle, 90 mm</source>
            <translation>22-G-Pencil-Point-Nadel, 90 mm</translation>
        </message>
        <message>
            <source>22 G spinal needle, 120 mm</source>
            <translation>22-G-Spinalnadel, 120 mm</translation>
        </message>
        <message>
            <source>22 G spinal needle, 150 mm</source>
            <translation>22-G-Spinalnadel, 150 mm</translation>
        </message>
        <message>
            <source>22 G spinal needle, 50 mm</source>
            <translation>22-G-Spinalnadel, 50 mm</translation>
        </message>
        <message>
            <source>22 G spinal needle, 90 mm</source>
            <translation>22-G-Spinalnadel, 90 mm</translation>
        </message>
        <message>
            <source>22 G spinal needle, bent tip, 90 mm</source>
            <translation>22-G-Spinalnadel, gebogene Spitze, 90 mm</translation>
        </message>
        <message>
            <source>25 G pencil-point needle, 90 mm</source>
            <translation>25-G-Pencil-Point-Nadel, 90 mm</translation>
        </message>
        <message>
            <source>25 G spinal needle, 50 mm</source>
            <translation>25-G-Spinalnadel, 50 mm</translation>
        </message>
        <message>
            <source>25 G spinal needle, 90 mm</source>
            <translation>25-G-Spinalnadel, 90 mm</translation>
        </message>
        <message>
            <source>25 G spinal needle, bent tip, 90 mm</source>
            <translation>25-G-Spinalnadel, gebogene Spitze, 90 mm</translation>
        </message>
        <message>
            <source>30-min</source>
            <translation>30 min</translation>
        </message>
        <message>
            <source>45 C of lesion {0} reached {1} mm into the {2}.</source>
            <translation>45 °C der Läsion {0} reichten {1} mm in: {2}.</translation>
        </message>
        <message>
            <source>45 C reached {0} mm beyond the skin.</source>
            <translation>45 °C reichten {0} mm über die Haut hinaus.</translation>
        </message>
        <message>
            <source>45 °C came within {0} of the skin.</source>
            <translation>45 °C kamen bis auf {0} an die Haut.</translation>
        </message>
        <message>
            <source>45 °C came within {0} of what must not be heated.</source>
            <translation>45 °C kamen bis auf {0} an das, was nicht heiß werden darf.</translation>
        </message>
        <message>
            <source>5 min: reset</source>
            <translation>5 min: quittieren</translation>
        </message>
        <message>
            <source>50 Hz</source>
            <translation>50 Hz</translation>
        </message>
        <message>
            <source>50 Hz since the needle was last aimed</source>
            <translation>50 Hz seit dem letzten Ausrichten der Nadel</translation>
        </message>
        <message>
            <source>60-min</source>
            <translation>60 min</translation>
        </message>
        <message>
            <source>7z bz2 gz rar tar tgz xz zip</source>
            <translation>7z bz2 gz rar tar tgz xz zip</translation>
        </message>
        <message>
            <source>90 days</source>
            <translation>90 Tage</translation>
        </message>
        <message>
            <source>95 % interval, high</source>
            <translation>95-%-Bereich, oben</translation>
        </message>
        <message>
            <source>95 % interval, low</source>
            <translation>95-%-Bereich, unten</translation>
        </message>
        <message>
            <source>95 % of the differences</source>
            <translation>95 % der Differenzen</translation>
        </message>
        <message>
            <source>A block that misses its nerve says nothing about the joint, and sends a patient home wrong.</source>
            <translation>Eine Blockade, die ihren Nerv verfehlt, sagt nichts über das Gelenk und schickt einen Patienten falsch beraten nach Hause.</translation>
        </message>
        <message>
            <source>A block that spreads to other nerves can be positive for the wrong joint.</source>
            <translation>Eine Blockade, die andere Nerven erreicht, kann für das falsche Gelenk positiv sein.</translation>
        </message>
        <message>
            <source>A candidate by pseudonym; the PIN is shown once</source>
            <translation>Ein Prüfling unter Pseudonym; die PIN wird einmal gezeigt</translation>
        </message>
        <message>
            <source>A cannula in a vein</source>
            <translation>Venenzugang</translation>
        </message>
        <message>
            <source>A cooler or shorter lesion is narrower: 80 °C for 90 s is what the width is known for.</source>
            <translation>Eine kühlere oder kürzere Läsion ist schmaler: die bekannte Breite gilt für 80 °C über 90 s.</translation>
        </message>
        <message>
            <source>A curve through one person's attempts shows what happened, not what would happen on a patient; cases of other difficulty move it as much as learning does.</source>
            <translation>Eine Kurve durch die Versuche einer Person zeigt, was geschah, nicht, was an einem Patienten geschähe; anders schwere Fälle bewegen sie so stark wie Lernen.</translation>
        </message>
        <message>
            <source>A decision without its reasons cannot be checked by anyone, nor by you next time.</source>
            <translation>Eine Entscheidung ohne Gründe kann niemand prüfen, auch Sie nicht beim nächsten Mal.</translation>
        </message>
        <message>
            <source>A difference between groups of equal total is a reason to look at the item, not proof of unfairness; small groups hide real differences.</source>
            <translation>Ein Unterschied zwischen Gruppen gleicher Gesamtpunkte ist ein Grund, die Aufgabe anzusehen, kein Beweis von Ungerechtigkeit; kleine Gruppen verbergen echte Unterschiede.</translation>
        </message>
        <message>
            <source>A dot, but it took {shots} pictures; three are enough.</source>
            <translation>Ein Punkt, aber mit {shots} Bildern; drei genügen.</translation>
        </message>
        <message>
            <source>A file has no roles</source>
            <translation>Eine Datei hat keine Rollen</translation>
        </message>
        <message>
            <source>A good view, but it took {shots} pictures; four are enough.</source>
            <translation>Eine gute Projektion, aber mit {shots} Bildern; vier genügen.</translation>
        </message>
        <message>
            <source>A high alpha says that items go together, not that they measure one thing or the right thing.</source>
            <translation>Ein hohes Alpha sagt, dass Aufgaben zusammengehen, nicht, dass sie eines oder das Richtige messen.</translation>
        </message>
        <message>
            <source>A lesion is a narrow egg about the tip: laid across or beside the nerve it misses most of it.</source>
            <translation>Eine Läsion ist ein schmales Ei um die Spitze: quer zum oder neben dem Nerv verfehlt sie das meiste davon.</translation>
        </message>
        <message>
            <source>A lesion is about 5 to 7 mm wide: a tip this far off may leave the nerve untouched.</source>
            <translation>Eine Läsion ist etwa 5 bis 7 mm breit: so weit daneben bleibt der Nerv vielleicht unberührt.</translation>
        </message>
        <message>
            <source>A moving median only smooths what happened; it says nothing about what comes next.</source>
            <translation>Ein gleitender Median glättet nur, was geschah; er sagt nichts über das, was kommt.</translation>
        </message>
        <message>
            <source>A needle placed well for the wrong reason helps nobody; single blocks mislead in about half.</source>
            <translation>Eine gut gesetzte Nadel aus falschem Grund hilft niemandem; einzelne Blockaden täuschen in etwa der Hälfte.</translation>
        </message>
        <message>
            <source>A needle that is not seen end-on drifts off its line without showing it.</source>
            <translation>Eine Nadel, die nicht in der Achse gesehen wird, weicht ab, ohne dass man es sieht.</translation>
        </message>
        <message>
            <source>A needle went into a patient on whom one should not go on.</source>
            <translation>Eine Nadel wurde bei einem Patienten gesetzt, bei dem man nicht fortfahren soll.</translation>
        </message>
        <message>
            <source>A new PIN in place of an earlier one; also unlocks</source>
            <translation>Eine neue PIN anstelle der früheren; hebt auch eine Sperre auf</translation>
        </message>
        <message>
            <source>A new attempt begins just before {at}; this one stays as it is.</source>
            <translation>Ein neuer Versuch beginnt kurz vor {at}; dieser bleibt, wie er ist.</translation>
        </message>
        <message>
            <source>A new attempt from just before the moment that is looked at</source>
            <translation>Ein neuer Versuch, kurz vor dem betrachteten Moment</translation>
        </message>
        <message>
            <source>A numb patch, rarely weakness</source>
            <translation>Eine taube Stelle, selten Schwäche</translation>
        </message>
        <message>
            <source>A patient who cannot answer cannot warn you, and every test you make tells you nothing.</source>
            <translation>Ein Patient, der nicht antworten kann, kann Sie nicht warnen, und jeder Test sagt Ihnen nichts.</translation>
        </message>
        <message>
            <source>A perfect needle at the wrong level treats a healthy joint; 16 to 43 % of counts are wrong.</source>
            <translation>Eine perfekte Nadel auf falscher Höhe behandelt ein gesundes Gelenk; 16 bis 43 % der Zählungen sind falsch.</translation>
        </message>
        <message>
            <source>A picture shows how the level was counted before anything sharp is used</source>
            <translation>Ein Bild zeigt, wie die Höhe gezählt wurde, bevor etwas Spitzes benutzt wird</translation>
        </message>
        <message>
            <source>A picture since the electrode went in</source>
            <translation>Ein Bild, seit die Elektrode steckt</translation>
        </message>
        <message>
            <source>A picture since the needle last moved, before anaesthetic</source>
            <translation>Ein Bild seit der letzten Nadelbewegung, vor dem Anästhetikum</translation>
        </message>
        <message>
            <source>A picture since the needle last moved, before heat</source>
            <translation>Ein Bild seit der letzten Nadelbewegung, vor der Hitze</translation>
        </message>
        <message>
            <source>A picture that proves the level</source>
            <translation>Ein Bild, das die Etage belegt</translation>
        </message>
        <message>
            <source>A pregnancy is possible</source>
            <translation>Eine Schwangerschaft ist möglich</translation>
        </message>
        <message>
            <source>A re-test failed; mastery is earned anew by three passes in a row.</source>
            <translation>Eine Nachprüfung wurde nicht bestanden; die Beherrschung wird mit drei bestandenen in Folge neu erworben.</translation>
        </message>
        <message>
            <source>A red flag must be explained first</source>
            <translation>Ein Warnzeichen muss zuerst geklärt werden</translation>
        </message>
        <message>
            <source>A sanity check, never validity: scripted players are no people, and what separates them need not separate people.</source>
            <translation>Eine Plausibilitätsprüfung, nie ein Validitätsnachweis: Programmierte Spieler sind keine Menschen, und was sie trennt, muss Menschen nicht trennen.</translation>
        </message>
        <message>
            <source>A small sting.</source>
            <translation>Es pikst kurz.</translation>
        </message>
        <message>
            <source>A source was read</source>
            <translation>eine Quelle wurde gelesen</translation>
        </message>
        <message>
            <source>A try whose file cannot be read any more; it counts for nothing</source>
            <translation>Ein Versuch, dessen Datei nicht mehr lesbar ist; er zählt nicht</translation>
        </message>
        <message>
            <source>A twitch between the ribs or in the belly means the ventral ramus is in reach of the heat.</source>
            <translation>Ein Zucken zwischen den Rippen oder am Bauch heißt, dass die Hitze den Ramus ventralis erreicht.</translation>
        </message>
        <message>
            <source>A view that proves the depth, taken from the receptor's side.</source>
            <translation>Eine Projektion, die die Tiefe beweist, von der Empfängerseite aus.</translation>
        </message>
        <message>
            <source>AID</source>
            <translation>HILFE</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>About this case</source>
            <translation>Über diesen Fall</translation>
        </message>
        <message>
            <source>Above</source>
            <translation>Oben</translation>
        </message>
        <message>
            <source>Accepted courses</source>
            <translation>Anerkannte Verläufe</translation>
        </message>
        <message>
            <source>Acts of the room, words with the patient, help; again: put it away</source>
            <translation>Handlungen im Raum, Worte mit dem Patienten, Hilfe; nochmals: weglegen</translation>
        </message>
        <message>
            <source>Add --segmentation or --landmark, or leave it out</source>
            <translation>Geben Sie --segmentation oder --landmark an, oder lassen Sie es weg</translation>
        </message>
        <message>
            <source>Add a scenario</source>
            <translation>Ein Szenario hinzufügen</translation>
        </message>
        <message>
            <source>Add landmarks before and behind it, e.g. spinous tips beside vertebral bodies</source>
            <translation>Nehmen Sie Landmarken davor und dahinter dazu, z. B. Dornfortsatzspitzen neben Wirbelkörpern</translation>
        </message>
        <message>
            <source>Add landmarks nearer to the tube and nearer to the receptor</source>
            <translation>Nehmen Sie Landmarken näher an der Röhre und näher am Detektor dazu</translation>
        </message>
        <message>
            <source>Add landmarks, spread over the picture and over depth</source>
            <translation>Nehmen Sie Landmarken dazu, über das Bild und über die Tiefe verteilt</translation>
        </message>
        <message>
            <source>Adrenaline</source>
            <translation>Adrenalin</translation>
        </message>
        <message>
            <source>Advance</source>
            <translation>Vor</translation>
        </message>
        <message>
            <source>Advance along the beam and look</source>
            <translation>In Strahlachse vorschieben und nachsehen</translation>
        </message>
        <message>
            <source>Advance, fine</source>
            <translation>Vor, fein</translation>
        </message>
        <message>
            <source>Advice on going home</source>
            <translation>Verhaltensregeln für zu Hause</translation>
        </message>
        <message>
            <source>Advise</source>
            <translation>Aufklären für zu Hause</translation>
        </message>
        <message>
            <source>After a drill a whole case; this is the easiest you have not done.</source>
            <translation>Nach einer Übung ein ganzer Fall; dies ist der leichteste, den Sie noch nicht gemacht haben.</translation>
        </message>
        <message>
            <source>After a whole case one skill alone; this one you have not tried yet.</source>
            <translation>Nach einem ganzen Fall eine einzelne Fertigkeit; diese haben Sie noch nicht versucht.</translation>
        </message>
        <message>
            <source>After the last movement you did not look at the depth.</source>
            <translation>Nach der letzten Bewegung haben Sie nicht nach der Tiefe gesehen.</translation>
        </message>
        <message>
            <source>After {count} attempts at this task {withdrawn} aids are no longer offered.</source>
            <translation>Nach {count} Versuchen an dieser Aufgabe werden {withdrawn} Hilfen nicht mehr angeboten.</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <source>Age, years</source>
            <translation>Alter, Jahre</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Agree a device plan before the day; lay the pad so that no current crosses the implant.</source>
            <translation>Vereinbaren Sie vorher einen Plan für das Gerät; legen Sie die Elektrode so, dass kein Strom das Implantat kreuzt.</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Übereinstimmung</translation>
        </message>
        <message>
            <source>Agreement is not validity: raters can agree on what does not matter. Few attempts give wide intervals; read these before the number.</source>
            <translation>Übereinstimmung ist keine Validität: Bewertende können sich über Unwichtiges einig sein. Wenige Versuche ergeben breite Intervalle; lesen Sie diese vor der Zahl.</translation>
        </message>
        <message>
            <source>Agreement of raters is not truth: all may share one error; it holds for people as varied as these and no others.</source>
            <translation>Übereinstimmung von Bewertenden ist keine Wahrheit: Alle können denselben Fehler teilen; sie gilt nur für so verschiedene Personen wie diese.</translation>
        </message>
        <message>
            <source>Aids</source>
            <translation>Hilfen</translation>
        </message>
        <message>
            <source>Air in the chest, blood or a block in the canal: these are the dreaded complications.</source>
            <translation>Luft im Brustkorb, Blut oder eine Betäubung im Kanal: das sind die gefürchteten Komplikationen.</translation>
        </message>
        <message>
            <source>Air kerma</source>
            <translation>Luftkerma</translation>
        </message>
        <message>
            <source>Air round the lung, and when to come back</source>
            <translation>Luft um die Lunge, und wann man wiederkommen soll</translation>
        </message>
        <message>
            <source>All keys on one page</source>
            <translation>Alle Tasten auf einer Seite</translation>
        </message>
        <message>
            <source>All papers of this session carry your mark. Thank you.</source>
            <translation>Alle Arbeiten dieser Sitzung tragen Ihre Bewertung. Danke.</translation>
        </message>
        <message>
            <source>All parts: {total} of {whole} points</source>
            <translation>Alle Teile: {total} von {whole} Punkten</translation>
        </message>
        <message>
            <source>All stations done</source>
            <translation>Alle Stationen abgegeben</translation>
        </message>
        <message>
            <source>All three passed</source>
            <translation>Alle drei bestanden</translation>
        </message>
        <message>
            <source>All three tips called within {worst_um}.</source>
            <translation>Alle drei Spitzen innerhalb {worst_um} bestimmt.</translation>
        </message>
        <message>
            <source>Allergies</source>
            <translation>Allergien</translation>
        </message>
        <message>
            <source>An aid was on, so this one is practice and does not count.</source>
            <translation>Eine Hilfe war an; dieser Versuch ist Übung und zählt nicht.</translation>
        </message>
        <message>
            <source>An allergy must be worked round</source>
            <translation>Eine Allergie muss umgangen werden</translation>
        </message>
        <message>
            <source>An examiner lets the candidate go on without</source>
            <translation>Eine Prüferin oder ein Prüfer lässt den Prüfling ohne sie weitermachen</translation>
        </message>
        <message>
            <source>An instructor</source>
            <translation>Eine Lehrperson</translation>
        </message>
        <message>
            <source>Anaesthetic in foramen, canal or vessel</source>
            <translation>Betäubungsmittel in Foramen, Kanal oder Gefäß</translation>
        </message>
        <message>
            <source>Anaesthetic through the cannula</source>
            <translation>Anästhetikum durch die Kanüle</translation>
        </message>
        <message>
            <source>Anchor: carry it away from this computer, or print it.</source>
            <translation>Anker: von diesem Rechner wegtragen oder drucken.</translation>
        </message>
        <message>
            <source>Anchor: in every form</source>
            <translation>Anker: in jeder Form</translation>
        </message>
        <message>
            <source>Anchors</source>
            <translation>Anker</translation>
        </message>
        <message>
            <source>Anchors are {share} % of a form; {least} % are needed to compare forms.</source>
            <translation>Anker sind {share} % einer Form; {least} % sind nötig, um Formen zu vergleichen.</translation>
        </message>
        <message>
            <source>Angle</source>
            <translation>Winkel</translation>
        </message>
        <message>
            <source>Angle between lesion and nerve</source>
            <translation>Winkel zwischen Läsion und Nerv</translation>
        </message>
        <message>
            <source>Angle swept in tissue</source>
            <translation>Im Gewebe überstrichener Winkel</translation>
        </message>
        <message>
            <source>Angle, 0 to 90 degrees, between the long axis of the lesion nearest to a target's nerve and that nerve's nearest segment; of several targets the greatest. Nearest is as in axis_to_nerve_um, before rounding; of equally near ones the earlier lesion, and the earlier segment. Only lesions count that left something dead. Within 0.5001 mdeg. None without one.</source>
            <translation>Winkel, 0 bis 90 Grad, zwischen der Längsachse der Läsion, die dem Zielnerv am nächsten liegt, und dem nächsten Stück dieses Nervs; bei mehreren Zielen der größte. Am nächsten wie in axis_to_nerve_um, vor dem Runden; von gleich nahen die frühere Läsion und das frühere Stück. Nur Läsionen zählen, die etwas Totes hinterließen. Auf 0,5001 mdeg genau. Nichts ohne eine solche.</translation>
        </message>
        <message>
            <source>Angoff</source>
            <translation>Angoff</translation>
        </message>
        <message>
            <source>Angoff sheet</source>
            <translation>Angoff-Bogen</translation>
        </message>
        <message>
            <source>Another row of the sheet</source>
            <translation>Eine weitere Zeile des Bogens</translation>
        </message>
        <message>
            <source>Answer every question, then sign again</source>
            <translation>Beantworten Sie jede Frage und unterschreiben Sie erneut</translation>
        </message>
        <message>
            <source>Any odd taste, ringing ears, numb lips?</source>
            <translation>Komischer Geschmack, Ohrensausen, taube Lippen?</translation>
        </message>
        <message>
            <source>Apr</source>
            <translation>Apr.</translation>
        </message>
        <message>
            <source>Are you comfortable?</source>
            <translation>Liegen Sie bequem?</translation>
        </message>
        <message>
            <source>Arms</source>
            <translation>Arme</translation>
        </message>
        <message>
            <source>Arrow down</source>
            <translation>Pfeil ab</translation>
        </message>
        <message>
            <source>Arrow down, then F: tilt until the double end plate of T7, in the middle, is one line.</source>
            <translation>Pfeil ab, dann F: kippen, bis die doppelte Deckplatte von T7 in der Mitte eine Linie ist.</translation>
        </message>
        <message>
            <source>Arrow left</source>
            <translation>Pfeil links</translation>
        </message>
        <message>
            <source>Arrow right</source>
            <translation>Pfeil rechts</translation>
        </message>
        <message>
            <source>Arrow up</source>
            <translation>Pfeil auf</translation>
        </message>
        <message>
            <source>Arteries, veins</source>
            <translation>Arterien, Venen</translation>
        </message>
        <message>
            <source>Artery</source>
            <translation>Arterie</translation>
        </message>
        <message>
            <source>As I would want it done on me</source>
            <translation>So, wie ich es bei mir selbst wollte</translation>
        </message>
        <message>
            <source>As a table</source>
            <translation>Als Tabelle</translation>
        </message>
        <message>
            <source>As lesion_clearance_um, to the skin.</source>
            <translation>Wie lesion_clearance_um, zur Haut.</translation>
        </message>
        <message>
            <source>As order_broken, of the steps that something asked for and that were never done.</source>
            <translation>Wie order_broken, von den Schritten, die etwas verlangte und die nie getan wurden.</translation>
        </message>
        <message>
            <source>As seen</source>
            <translation>Wie gesehen</translation>
        </message>
        <message>
            <source>As seen: picture {number}</source>
            <translation>Wie gesehen: Bild {number}</translation>
        </message>
        <message>
            <source>As tip_at_act_um, but across the patient's back-to-front axis. Rounded down.</source>
            <translation>Wie tip_at_act_um, aber quer zur Achse des Patienten von hinten nach vorn. Abgerundet.</translation>
        </message>
        <message>
            <source>As tip_at_act_um, but along the patient's back-to-front axis alone, too deep or too shallow alike.</source>
            <translation>Wie tip_at_act_um, aber allein längs der Achse des Patienten von hinten nach vorn, zu tief wie zu flach.</translation>
        </message>
        <message>
            <source>Ask during the heat</source>
            <translation>Während der Hitze fragen</translation>
        </message>
        <message>
            <source>Ask for fever and pregnancy</source>
            <translation>Nach Fieber und Schwangerschaft fragen</translation>
        </message>
        <message>
            <source>Ask for the end of the exam</source>
            <translation>Um das Ende der Prüfung bitten</translation>
        </message>
        <message>
            <source>Ask for the file again</source>
            <translation>Die Datei noch einmal anfordern</translation>
        </message>
        <message>
            <source>Ask for the package again, or make it with 'scenario pack'</source>
            <translation>Das Paket noch einmal anfordern oder mit 'scenario pack' herstellen</translation>
        </message>
        <message>
            <source>Ask for the relief</source>
            <translation>Nach der Linderung fragen</translation>
        </message>
        <message>
            <source>Ask the author which key is theirs; nothing was installed</source>
            <translation>Die Autorin oder den Autor nach dem Schlüssel fragen; nichts wurde installiert</translation>
        </message>
        <message>
            <source>Ask the invigilator</source>
            <translation>Die Aufsicht fragen</translation>
        </message>
        <message>
            <source>Ask the invigilator for a new one</source>
            <translation>Die Aufsicht um eine neue bitten</translation>
        </message>
        <message>
            <source>Ask the patient to hold the breath (20 s at most); again: breathe on</source>
            <translation>Den Patienten bitten, die Luft anzuhalten (höchstens 20 s); nochmals: weiteratmen</translation>
        </message>
        <message>
            <source>Asked: {question}</source>
            <translation>Gefragt: {question}</translation>
        </message>
        <message>
            <source>Aspirate</source>
            <translation>Aspirieren</translation>
        </message>
        <message>
            <source>Aspirate since the needle last moved</source>
            <translation>Aspirieren seit der letzten Nadelbewegung</translation>
        </message>
        <message>
            <source>At a station</source>
            <translation>An einer Station</translation>
        </message>
        <message>
            <source>At attempt {number} the sum crossed the lower line: it fits failing in {good} better.</source>
            <translation>Bei Versuch {number} unterschritt die Summe die untere Linie: Sie passt besser zu Scheitern in {good}.</translation>
        </message>
        <message>
            <source>At attempt {number} the sum crossed the upper line: it fits failing in {bad} better.</source>
            <translation>Bei Versuch {number} überschritt die Summe die obere Linie: Sie passt besser zu Scheitern in {bad}.</translation>
        </message>
        <message>
            <source>At {at}</source>
            <translation>Um {at}</translation>
        </message>
        <message>
            <source>Atropine</source>
            <translation>Atropin</translation>
        </message>
        <message>
            <source>Attach to the exam</source>
            <translation>An die Prüfung anhängen</translation>
        </message>
        <message>
            <source>Attempt</source>
            <translation>Versuch</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>Versuche</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>Aug.</translation>
        </message>
        <message>
            <source>Axial</source>
            <translation>Axial</translation>
        </message>
        <message>
            <source>Axial pain of a facet pattern</source>
            <translation>Axialer Schmerz nach Facettenmuster</translation>
        </message>
        <message>
            <source>Axis of the lesion to the nerve</source>
            <translation>Abstand der Läsionsachse zum Nerv</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back one step</source>
            <translation>Ein Schritt zurück</translation>
        </message>
        <message>
            <source>Back to the sessions</source>
            <translation>Zurück zu den Sitzungen</translation>
        </message>
        <message>
            <source>Back to the sessions; what is not signed is forgotten</source>
            <translation>Zurück zu den Sitzungen; was nicht unterschrieben ist, wird vergessen</translation>
        </message>
        <message>
            <source>Beam</source>
            <translation>Strahlung</translation>
        </message>
        <message>
            <source>Beam off: a latched beam drops after 10 s.</source>
            <translation>Strahlung aus: Gerastete Strahlung fällt nach 10 s ab.</translation>
        </message>
        <message>
            <source>Beam off: a question is open.</source>
            <translation>Strahlung aus: Eine Frage ist offen.</translation>
        </message>
        <message>
            <source>Beam off: the input device is gone.</source>
            <translation>Strahlung aus: Das Eingabegerät ist weg.</translation>
        </message>
        <message>
            <source>Beam off: the keyboard went elsewhere. Press again.</source>
            <translation>Strahlung aus: Die Tastatur ging woandershin. Noch einmal drücken.</translation>
        </message>
        <message>
            <source>Beam off: the screen was locked.</source>
            <translation>Strahlung aus: Der Bildschirm wurde gesperrt.</translation>
        </message>
        <message>
            <source>Beam on</source>
            <translation>Strahlung an</translation>
        </message>
        <message>
            <source>Beam on while held</source>
            <translation>Strahlung an, solange gehalten</translation>
        </message>
        <message>
            <source>Beam on without holding, for 10 s at most; again: off</source>
            <translation>Strahlung an ohne zu halten, höchstens 10 s; nochmals: aus</translation>
        </message>
        <message>
            <source>Beam time</source>
            <translation>Durchleuchtungszeit</translation>
        </message>
        <message>
            <source>Before the needle you declared no level on a level view.</source>
            <translation>Vor der Nadel haben Sie auf keinem Zählbild eine Höhe angesagt.</translation>
        </message>
        <message>
            <source>Before you begin</source>
            <translation>Bevor Sie beginnen</translation>
        </message>
        <message>
            <source>Begin a station</source>
            <translation>Eine Station beginnen</translation>
        </message>
        <message>
            <source>Begin it anew</source>
            <translation>Neu beginnen</translation>
        </message>
        <message>
            <source>Begin marking</source>
            <translation>Bewerten beginnen</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>Hinten</translation>
        </message>
        <message>
            <source>Below</source>
            <translation>Unten</translation>
        </message>
        <message>
            <source>Below 0, told as 0: {names}.</source>
            <translation>Unter 0, als 0 angegeben: {names}.</translation>
        </message>
        <message>
            <source>Bent tip: corner, then 2 mm cephalad, never past</source>
            <translation>Gebogene Spitze: Ecke, dann 2 mm kranial, nie darüber hinaus</translation>
        </message>
        <message>
            <source>Beside the transverse process there is no bone between the needle and the pleura.</source>
            <translation>Neben dem Querfortsatz liegt kein Knochen zwischen Nadel und Pleura.</translation>
        </message>
        <message>
            <source>Best after: {before}</source>
            <translation>Am besten nach: {before}</translation>
        </message>
        <message>
            <source>Best less worst 27 %</source>
            <translation>Beste minus schlechteste 27 %</translation>
        </message>
        <message>
            <source>Between muscles</source>
            <translation>Zwischen Muskeln</translation>
        </message>
        <message>
            <source>Between stations</source>
            <translation>Zwischen den Stationen</translation>
        </message>
        <message>
            <source>Blades</source>
            <translation>Blenden</translation>
        </message>
        <message>
            <source>Bleeding and infection</source>
            <translation>Blutung und Infektion</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Blockade</translation>
        </message>
        <message>
            <source>Block diary</source>
            <translation>Schmerztagebuch der Blockaden</translation>
        </message>
        <message>
            <source>Block in the diary</source>
            <translation>Blockade im Tagebuch</translation>
        </message>
        <message>
            <source>Block without a depth view</source>
            <translation>Blockade ohne Tiefenbild</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Blockaden</translation>
        </message>
        <message>
            <source>Body mass index</source>
            <translation>Body-Mass-Index</translation>
        </message>
        <message>
            <source>Body of {level}</source>
            <translation>Wirbelkörper {level}</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>Knochen</translation>
        </message>
        <message>
            <source>Bone density</source>
            <translation>Knochendichte</translation>
        </message>
        <message>
            <source>Bone felt</source>
            <translation>Knochen gefühlt</translation>
        </message>
        <message>
            <source>Bone first, then {above_um} above the corner, {past_um} past bone lost.</source>
            <translation>Erst Knochen, dann {above_um} über der Ecke, {past_um} nach Knochenverlust.</translation>
        </message>
        <message>
            <source>Bone was touched {corner_um} from the corner; 4 mm is the limit.</source>
            <translation>Der Knochen wurde {corner_um} von der Ecke berührt; 4 mm sind die Grenze.</translation>
        </message>
        <message>
            <source>Bone.</source>
            <translation>Knochen.</translation>
        </message>
        <message>
            <source>Bones, nerves and danger structures of the chosen scenario's patient, in 3D and in slices</source>
            <translation>Knochen, Nerven und Gefahrenstrukturen des Patienten im gewählten Szenario, in 3D und in Schnitten</translation>
        </message>
        <message>
            <source>Boosted dose: more kerma, less noise</source>
            <translation>Erhöhte Dosis: mehr Kerma, weniger Rauschen</translation>
        </message>
        <message>
            <source>Both my legs tingle!</source>
            <translation>Beide Beine kribbeln!</translation>
        </message>
        <message>
            <source>Breath held or let go</source>
            <translation>Atem angehalten oder freigegeben</translation>
        </message>
        <message>
            <source>Brier score {score} of 10,000: 0 is best, a guess earns 2,500. It trains your sureness and is no part of the mark.</source>
            <translation>Brier-Wert {score} von 10.000: 0 ist am besten, Raten bringt 2.500. Er übt Ihre Sicherheit und gehört nicht zur Note.</translation>
        </message>
        <message>
            <source>Bring the next stored view into the machine</source>
            <translation>Die nächste gespeicherte Projektion ins Gerät holen</translation>
        </message>
        <message>
            <source>Bring the tip in along the nerve's course, and look from the side and down the hub at it.</source>
            <translation>Führen Sie die Spitze längs des Nervs heran und sehen Sie von der Seite und in der Achse nach.</translation>
        </message>
        <message>
            <source>Build</source>
            <translation>Programmstand</translation>
        </message>
        <message>
            <source>Build the patient first</source>
            <translation>Bauen Sie zuerst den Patienten</translation>
        </message>
        <message>
            <source>Building the patient</source>
            <translation>Der Patient wird gebaut</translation>
        </message>
        <message>
            <source>Building the patient: {words}  {percent} %</source>
            <translation>Der Patient wird gebaut: {words}  {percent} %</translation>
        </message>
        <message>
            <source>Bullseye: the hub over the tip</source>
            <translation>Punktprojektion: der Ansatz über der Spitze</translation>
        </message>
        <message>
            <source>Bupivacaine 0.25 %</source>
            <translation>Bupivacain 0,25 %</translation>
        </message>
        <message>
            <source>Bupivacaine 0.5 %</source>
            <translation>Bupivacain 0,5 %</translation>
        </message>
        <message>
            <source>Burn under the pad</source>
            <translation>Verbrennung unter der Elektrode</translation>
        </message>
        <message>
            <source>Burning skin for weeks</source>
            <translation>Wochenlang brennende Haut</translation>
        </message>
        <message>
            <source>Burns at needle and pad</source>
            <translation>Verbrennungen an Nadel und Neutralelektrode</translation>
        </message>
        <message>
            <source>C-arm</source>
            <translation>C-Bogen</translation>
        </message>
        <message>
            <source>C-arm and table</source>
            <translation>C-Bogen und Tisch</translation>
        </message>
        <message>
            <source>C-arm moved</source>
            <translation>C-Bogen bewegt</translation>
        </message>
        <message>
            <source>C7 bears a rib</source>
            <translation>C7 trägt eine Rippe</translation>
        </message>
        <message>
            <source>CUSUM</source>
            <translation>CUSUM</translation>
        </message>
        <message>
            <source>Cache, can be made again</source>
            <translation>Zwischenspeicher, kann neu entstehen</translation>
        </message>
        <message>
            <source>Calibrate them by landmarks, or one alone by a ruler or a ball</source>
            <translation>Kalibrieren Sie sie über Landmarken, oder eines allein über ein Lineal oder eine Kugel</translation>
        </message>
        <message>
            <source>Caliper</source>
            <translation>Messen</translation>
        </message>
        <message>
            <source>Call for help</source>
            <translation>Hilfe rufen</translation>
        </message>
        <message>
            <source>Call the 3D tip from two views</source>
            <translation>Die Spitze in 3D aus zwei Projektionen bestimmen</translation>
        </message>
        <message>
            <source>Call the invigilator: pause, or leave, with a PIN</source>
            <translation>Die Aufsicht rufen: anhalten oder verlassen, mit PIN</translation>
        </message>
        <message>
            <source>Can you breathe in deeply?</source>
            <translation>Können Sie tief einatmen?</translation>
        </message>
        <message>
            <source>Can you move both feet? Any tingling in the legs?</source>
            <translation>Können Sie beide Füße bewegen? Kribbelt es in den Beinen?</translation>
        </message>
        <message>
            <source>Canal, foramina</source>
            <translation>Kanal, Foramina</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>Candidates read: {neutral}</source>
            <translation>In der Prüfung steht: {neutral}</translation>
        </message>
        <message>
            <source>Cannot be judged here</source>
            <translation>Hier nicht zu beurteilen</translation>
        </message>
        <message>
            <source>Card: angles and table</source>
            <translation>Karte: Winkel und Tisch</translation>
        </message>
        <message>
            <source>Card: pulses, dose, field, shutters, detector, where one stands</source>
            <translation>Karte: Pulse, Dosis, Feld, Blenden, Detektor, Standort</translation>
        </message>
        <message>
            <source>Card: stimulation and lesion</source>
            <translation>Karte: Stimulation und Läsion</translation>
        </message>
        <message>
            <source>Card: the needle in hand</source>
            <translation>Karte: die Nadel in der Hand</translation>
        </message>
        <message>
            <source>Card: tools for pictures</source>
            <translation>Karte: Werkzeuge für Bilder</translation>
        </message>
        <message>
            <source>Card: tubing, plunger, what to inject</source>
            <translation>Karte: Verlängerung, Kolben, was injiziert wird</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Fall</translation>
        </message>
        <message>
            <source>Case decided right</source>
            <translation>Fall richtig entschieden</translation>
        </message>
        <message>
            <source>Case file</source>
            <translation>Akte</translation>
        </message>
        <message>
            <source>Case file read</source>
            <translation>Akte gelesen</translation>
        </message>
        <message>
            <source>Case file read before the decision</source>
            <translation>Akte vor der Entscheidung gelesen</translation>
        </message>
        <message>
            <source>Cases to decide</source>
            <translation>Fälle zum Entscheiden</translation>
        </message>
        <message>
            <source>Caudal of it</source>
            <translation>Kaudal davon</translation>
        </message>
        <message>
            <source>Cement</source>
            <translation>Zement</translation>
        </message>
        <message>
            <source>Centre the spinous process</source>
            <translation>Den Dornfortsatz einmitten</translation>
        </message>
        <message>
            <source>Change its permissions, or choose another file</source>
            <translation>Ändern Sie ihre Rechte, oder wählen Sie eine andere Datei</translation>
        </message>
        <message>
            <source>Check it</source>
            <translation>Bitte prüfen</translation>
        </message>
        <message>
            <source>Check its name</source>
            <translation>Den Namen prüfen</translation>
        </message>
        <message>
            <source>Check its number</source>
            <translation>Die Nummer prüfen</translation>
        </message>
        <message>
            <source>Check left and right in the table; a wrong tag has to be taken out of the file</source>
            <translation>Prüfen Sie links und rechts in der Tabelle; ein falsches Attribut muss aus der Datei entfernt werden</translation>
        </message>
        <message>
            <source>Check names, places and clicks of all landmarks</source>
            <translation>Prüfen Sie Namen, Orte und Klicks aller Landmarken</translation>
        </message>
        <message>
            <source>Check that every name stands for the point that was clicked</source>
            <translation>Prüfen Sie, ob jeder Name zu dem angeklickten Punkt gehört</translation>
        </message>
        <message>
            <source>Check the attempt</source>
            <translation>Den Versuch prüfen</translation>
        </message>
        <message>
            <source>Check the disk and the folder's permissions</source>
            <translation>Prüfen Sie das Laufwerk und die Rechte am Ordner</translation>
        </message>
        <message>
            <source>Check the file</source>
            <translation>Prüfen Sie die Datei</translation>
        </message>
        <message>
            <source>Check the file and its permissions</source>
            <translation>Prüfen Sie die Datei und ihre Rechte</translation>
        </message>
        <message>
            <source>Check the fingerprint</source>
            <translation>Prüfen Sie den Fingerabdruck</translation>
        </message>
        <message>
            <source>Check the folder and its permissions, or choose another one</source>
            <translation>Prüfen Sie den Ordner und seine Rechte, oder wählen Sie einen anderen</translation>
        </message>
        <message>
            <source>Check the folder, its permissions and the space on the disk</source>
            <translation>Prüfen Sie den Ordner, seine Rechte und den freien Platz</translation>
        </message>
        <message>
            <source>Check the name</source>
            <translation>Prüfen Sie den Namen</translation>
        </message>
        <message>
            <source>Check the name, the file and its permissions</source>
            <translation>Prüfen Sie den Namen, die Datei und ihre Rechte</translation>
        </message>
        <message>
            <source>Check the name, the place and the click of {0}</source>
            <translation>Prüfen Sie Namen, Ort und Klick von {0}</translation>
        </message>
        <message>
            <source>Check the pseudonym</source>
            <translation>Das Pseudonym prüfen</translation>
        </message>
        <message>
            <source>Check the pseudonym with records list or exam status</source>
            <translation>Prüfen Sie das Pseudonym mit records list oder exam status</translation>
        </message>
        <message>
            <source>Check the station</source>
            <translation>Die Station prüfen</translation>
        </message>
        <message>
            <source>Checked: {who}</source>
            <translation>Geprüft: {who}</translation>
        </message>
        <message>
            <source>Choose a folder of collected attempts: one folder in it a person, named by pseudonym</source>
            <translation>Ordner mit eingesammelten Versuchen wählen: darin je Person ein Ordner, nach ihrem Pseudonym benannt</translation>
        </message>
        <message>
            <source>Choose a folder on a disk of this computer, or share records by a PostgreSQL</source>
            <translation>Wählen Sie einen Ordner auf einer Platte dieses Computers, oder teilen Sie Aufzeichnungen über ein PostgreSQL</translation>
        </message>
        <message>
            <source>Choose a folder that is not there yet</source>
            <translation>Wählen Sie einen Ordner, den es noch nicht gibt</translation>
        </message>
        <message>
            <source>Choose a folder that this program has saved</source>
            <translation>Wählen Sie einen Ordner, den dieses Programm gespeichert hat</translation>
        </message>
        <message>
            <source>Choose a level and a side first, then declare.</source>
            <translation>Wählen Sie zuerst Etage und Seite, dann legen Sie fest.</translation>
        </message>
        <message>
            <source>Choose a longer one: four words that do not belong together, for example</source>
            <translation>Eine längere wählen: zum Beispiel vier Wörter, die nicht zusammengehören</translation>
        </message>
        <message>
            <source>Choose a patient first; the list says what is missing</source>
            <translation>Wählen Sie zuerst einen Patienten; die Liste sagt, was fehlt</translation>
        </message>
        <message>
            <source>Choose a scenario with a synthetic or a CT patient</source>
            <translation>Wählen Sie ein Szenario mit synthetischem oder CT-Patienten</translation>
        </message>
        <message>
            <source>Choose an empty database</source>
            <translation>Wählen Sie eine leere Datenbank</translation>
        </message>
        <message>
            <source>Choose an empty folder</source>
            <translation>Wählen Sie einen leeren Ordner</translation>
        </message>
        <message>
            <source>Choose an exam</source>
            <translation>Prüfung wählen</translation>
        </message>
        <message>
            <source>Choose another</source>
            <translation>Wählen Sie ein anderes</translation>
        </message>
        <message>
            <source>Choose another file</source>
            <translation>Wählen Sie eine andere Datei</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Wählen Sie einen anderen Ordner</translation>
        </message>
        <message>
            <source>Choose another level</source>
            <translation>Wählen Sie eine andere Höhe</translation>
        </message>
        <message>
            <source>Choose another name</source>
            <translation>Wählen Sie einen anderen Namen</translation>
        </message>
        <message>
            <source>Choose another name, or move the old one away</source>
            <translation>Wählen Sie einen anderen Namen, oder räumen Sie das alte weg</translation>
        </message>
        <message>
            <source>Choose another one</source>
            <translation>Wählen Sie eine andere</translation>
        </message>
        <message>
            <source>Choose another one, such as {0}</source>
            <translation>Wählen Sie eine andere, etwa {0}</translation>
        </message>
        <message>
            <source>Choose another template</source>
            <translation>Eine andere Vorlage wählen</translation>
        </message>
        <message>
            <source>Choose another warm-up</source>
            <translation>Eine andere Eingewöhnung wählen</translation>
        </message>
        <message>
            <source>Choose it again</source>
            <translation>Wählen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Choose levels and sides.</source>
            <translation>Wählen Sie Höhen und Seiten.</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>Wählen Sie eines</translation>
        </message>
        <message>
            <source>Choose one from the studio's list</source>
            <translation>Wählen Sie einen aus der Liste des Studios</translation>
        </message>
        <message>
            <source>Choose one in the table</source>
            <translation>Wählen Sie einen in der Tabelle</translation>
        </message>
        <message>
            <source>Choose one of them</source>
            <translation>Wählen Sie eins davon</translation>
        </message>
        <message>
            <source>Choose one of {0}</source>
            <translation>Eines von {0} wählen</translation>
        </message>
        <message>
            <source>Choose one that tells nobody who it is</source>
            <translation>Eines wählen, das niemandem verrät, wer es ist</translation>
        </message>
        <message>
            <source>Choose the file that was made when the session was sealed</source>
            <translation>Wählen Sie die Datei, die beim Versiegeln der Sitzung entstanden ist</translation>
        </message>
        <message>
            <source>Choose where it is kept</source>
            <translation>Wählen, wo sie liegen soll</translation>
        </message>
        <message>
            <source>Choose whose landmarks they are: where they lie must be known.</source>
            <translation>Wählen Sie, wessen Landmarken es sind: Ihr Ort muss bekannt sein.</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Clearly enough</source>
            <translation>Eindeutig ausreichend</translation>
        </message>
        <message>
            <source>Clearly not enough</source>
            <translation>Eindeutig nicht ausreichend</translation>
        </message>
        <message>
            <source>Click in another view</source>
            <translation>Klicken Sie in eine andere Ansicht</translation>
        </message>
        <message>
            <source>Click its two ends and give its true length</source>
            <translation>Klicken Sie beide Enden an und geben Sie die wahre Länge an</translation>
        </message>
        <message>
            <source>Click the same point in both pictures</source>
            <translation>Klicken Sie in beiden Bildern auf denselben Punkt</translation>
        </message>
        <message>
            <source>Close as lost</source>
            <translation>Als verloren</translation>
        </message>
        <message>
            <source>Close it there first</source>
            <translation>Schließen Sie es dort zuerst</translation>
        </message>
        <message>
            <source>Close it; it is scored as it stands</source>
            <translation>Sie abschließen; sie wird gewertet, wie sie steht</translation>
        </message>
        <message>
            <source>Close other programs to free memory, or use fewer workers</source>
            <translation>Schließen Sie andere Programme, um Speicher frei zu machen, oder nehmen Sie weniger Prozesse</translation>
        </message>
        <message>
            <source>Close the program</source>
            <translation>Programm schließen</translation>
        </message>
        <message>
            <source>Close the program; a recorded attempt can be continued</source>
            <translation>Programm schließen; ein aufgezeichneter Versuch kann fortgesetzt werden</translation>
        </message>
        <message>
            <source>Close the session</source>
            <translation>Sitzung beenden</translation>
        </message>
        <message>
            <source>Close the session first</source>
            <translation>Schließen Sie zuerst die Sitzung</translation>
        </message>
        <message>
            <source>Close the try</source>
            <translation>Versuch beenden</translation>
        </message>
        <message>
            <source>Coefficients hold for conditions drawn like those studied; an estimate from few people, scenarios or occasions is itself uncertain.</source>
            <translation>Die Koeffizienten gelten für Bedingungen wie die untersuchten; eine Schätzung aus wenigen Personen, Szenarien oder Anlässen ist selbst unsicher.</translation>
        </message>
        <message>
            <source>Cohort</source>
            <translation>Jahrgang</translation>
        </message>
        <message>
            <source>Collected attempts</source>
            <translation>Gesammelte Versuche</translation>
        </message>
        <message>
            <source>Collimate to two levels, use 1 to 4 pulses a second, and move the machine with the beam off.</source>
            <translation>Blenden Sie auf zwei Höhen ein, nehmen Sie 1 bis 4 Pulse je Sekunde und bewegen Sie das Gerät ohne Strahl.</translation>
        </message>
        <message>
            <source>Complication</source>
            <translation>Komplikation</translation>
        </message>
        <message>
            <source>Complication not answered</source>
            <translation>Komplikation nicht beantwortet</translation>
        </message>
        <message>
            <source>Complications answered in time</source>
            <translation>Komplikationen rechtzeitig beantwortet</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>Rechner</translation>
        </message>
        <message>
            <source>Connect that, or use another workstation</source>
            <translation>Das anschließen oder einen anderen Arbeitsplatz nehmen</translation>
        </message>
        <message>
            <source>Connected. The tool has not been seen yet.</source>
            <translation>Verbunden. Das Werkzeug wurde noch nicht gesehen.</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Einwilligung</translation>
        </message>
        <message>
            <source>Consent is signed</source>
            <translation>Einwilligung ist unterschrieben</translation>
        </message>
        <message>
            <source>Consent without the risks and the thin evidence is no consent.</source>
            <translation>Eine Einwilligung ohne Risiken und ohne die dünne Evidenz ist keine.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Contrast before anaesthetic</source>
            <translation>Kontrastmittel vor dem Anästhetikum</translation>
        </message>
        <message>
            <source>Contrast not watched live</source>
            <translation>Kontrastmittel nicht unter Durchleuchtung</translation>
        </message>
        <message>
            <source>Contrast went astray, and you moved the needle before you injected again.</source>
            <translation>Kontrastmittel lief falsch, und Sie bewegten die Nadel, bevor Sie wieder spritzten.</translation>
        </message>
        <message>
            <source>Contrasting groups</source>
            <translation>Kontrastgruppen</translation>
        </message>
        <message>
            <source>Cool the skin</source>
            <translation>Haut kühlen</translation>
        </message>
        <message>
            <source>Copies: {done} made, {waiting} waiting</source>
            <translation>Kopien: {done} fertig, {waiting} warten</translation>
        </message>
        <message>
            <source>Copying the records has stopped</source>
            <translation>Das Kopieren der Aufzeichnungen hat aufgehört</translation>
        </message>
        <message>
            <source>Coronal</source>
            <translation>Koronal</translation>
        </message>
        <message>
            <source>Correct it</source>
            <translation>Bitte berichtigen</translation>
        </message>
        <message>
            <source>Correct it, or choose another file</source>
            <translation>Berichtigen oder eine andere Datei wählen</translation>
        </message>
        <message>
            <source>Correct the table</source>
            <translation>Berichtigen Sie die Tabelle</translation>
        </message>
        <message>
            <source>Correct the table or the template</source>
            <translation>Die Tabelle oder die Vorlage berichtigen</translation>
        </message>
        <message>
            <source>Correct the table or the template and try again; nothing was written</source>
            <translation>Die Tabelle oder die Vorlage berichtigen und es noch einmal versuchen; nichts wurde geschrieben</translation>
        </message>
        <message>
            <source>Correct them first</source>
            <translation>Erst berichtigen</translation>
        </message>
        <message>
            <source>Count from both ends and declare</source>
            <translation>Von beiden Enden zählen und festlegen</translation>
        </message>
        <message>
            <source>Count from both ends on the picture, say level and side aloud, then declare it.</source>
            <translation>Zählen Sie auf dem Bild von beiden Enden, sagen Sie Höhe und Seite laut, dann legen Sie sie fest.</translation>
        </message>
        <message>
            <source>Count the level</source>
            <translation>Höhe zählen</translation>
        </message>
        <message>
            <source>Count the rubric's version up in the scenario, then open it again</source>
            <translation>Zählen Sie die Version des Bewertungsschemas im Szenario hoch, und öffnen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Counted from both ends and declared with the right picture.</source>
            <translation>Von beiden Enden gezählt und mit dem richtigen Bild festgelegt.</translation>
        </message>
        <message>
            <source>Counting goes wrong in 16 to 43 %, and no later view shows it.</source>
            <translation>Zählen misslingt in 16 bis 43 %, und kein späteres Bild zeigt es.</translation>
        </message>
        <message>
            <source>Course of the nerve inside the lesions</source>
            <translation>Nervenverlauf innerhalb der Läsionen</translation>
        </message>
        <message>
            <source>Cranial of it</source>
            <translation>Kranial davon</translation>
        </message>
        <message>
            <source>Critical error</source>
            <translation>Kritischer Fehler</translation>
        </message>
        <message>
            <source>Critical errors</source>
            <translation>Kritische Fehler</translation>
        </message>
        <message>
            <source>Critical errors: {critical}, major errors: {major}</source>
            <translation>Fehler: {critical} kritisch, {major} schwer</translation>
        </message>
        <message>
            <source>Crossing a line says that the failures no longer fit the rate they are compared with, not why, and not that somebody is competent.</source>
            <translation>Das Überschreiten einer Linie sagt, dass die Fehlschläge nicht mehr zur Vergleichsrate passen, nicht warum, und nicht, dass jemand kompetent ist.</translation>
        </message>
        <message>
            <source>Ctrl</source>
            <translation>Strg</translation>
        </message>
        <message>
            <source>Current disturbed an implant</source>
            <translation>Strom störte ein Implantat</translation>
        </message>
        <message>
            <source>Current or heat that leaves through skin burns it, and the patient feels it for weeks.</source>
            <translation>Strom oder Hitze, die durch die Haut austreten, verbrennen sie; der Patient spürt es wochenlang.</translation>
        </message>
        <message>
            <source>Curve and band</source>
            <translation>Kurve und Band</translation>
        </message>
        <message>
            <source>Cut between the groups: {cut} of 100.</source>
            <translation>Grenze zwischen den Gruppen: {cut} von 100.</translation>
        </message>
        <message>
            <source>Cut, of 100</source>
            <translation>Grenze, von 100</translation>
        </message>
        <message>
            <source>Cut: {standing}. No validity evidence yet.</source>
            <translation>Bestehensgrenze: {standing}. Gültigkeit noch nicht belegt.</translation>
        </message>
        <message>
            <source>D-pad down</source>
            <translation>Steuerkreuz unten</translation>
        </message>
        <message>
            <source>D-pad left</source>
            <translation>Steuerkreuz links</translation>
        </message>
        <message>
            <source>D-pad right</source>
            <translation>Steuerkreuz rechts</translation>
        </message>
        <message>
            <source>D-pad up</source>
            <translation>Steuerkreuz oben</translation>
        </message>
        <message>
            <source>DIF by device</source>
            <translation>DIF nach Eingabegerät</translation>
        </message>
        <message>
            <source>DIF by language</source>
            <translation>DIF nach Sprache</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Debrief</source>
            <translation>Nachbesprechung</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>Dez.</translation>
        </message>
        <message>
            <source>Decide about the case</source>
            <translation>Über den Fall entscheiden</translation>
        </message>
        <message>
            <source>Decided: {what}.</source>
            <translation>Entschieden: {what}.</translation>
        </message>
        <message>
            <source>Decision: {decision}</source>
            <translation>Entscheidung: {decision}</translation>
        </message>
        <message>
            <source>Declare</source>
            <translation>Festlegen</translation>
        </message>
        <message>
            <source>Declare a record void instead; it stays</source>
            <translation>Erklären Sie eine Aufzeichnung stattdessen für ungültig; sie bleibt</translation>
        </message>
        <message>
            <source>Declare level and side</source>
            <translation>Etage und Seite festlegen</translation>
        </message>
        <message>
            <source>Declared {level} {side} on picture {number}.</source>
            <translation>{level} {side} auf Bild {number} festgelegt.</translation>
        </message>
        <message>
            <source>Declared {level} {side}, without a picture.</source>
            <translation>{level} {side} festgelegt, ohne Bild.</translation>
        </message>
        <message>
            <source>Declared: {level} {side}</source>
            <translation>Festgelegt: {level} {side}</translation>
        </message>
        <message>
            <source>Deep to it</source>
            <translation>Tiefer</translation>
        </message>
        <message>
            <source>Definition of an exam</source>
            <translation>Definition einer Prüfung</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Entf</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete key</source>
            <translation>Entf</translation>
        </message>
        <message>
            <source>Delete the file yourself</source>
            <translation>Löschen Sie die Datei selbst</translation>
        </message>
        <message>
            <source>Delta</source>
            <translation>Delta</translation>
        </message>
        <message>
            <source>Dense</source>
            <translation>Dicht</translation>
        </message>
        <message>
            <source>Dense bright instead of dark; again: back</source>
            <translation>Dichtes hell statt dunkel; nochmals: zurück</translation>
        </message>
        <message>
            <source>Depth seen after the last movement</source>
            <translation>Tiefe nach der letzten Bewegung gesehen</translation>
        </message>
        <message>
            <source>Derived</source>
            <translation>abgeleitet</translation>
        </message>
        <message>
            <source>Design value</source>
            <translation>Entwurfswert</translation>
        </message>
        <message>
            <source>Detector left</source>
            <translation>Detektor links</translation>
        </message>
        <message>
            <source>Detector right</source>
            <translation>Detektor rechts</translation>
        </message>
        <message>
            <source>Detector straight</source>
            <translation>Detektor gerade</translation>
        </message>
        <message>
            <source>Detector {turn:+.0f}°   SID {sid:.0f}   table {height:+.0f} mm</source>
            <translation>Detektor {turn:+.0f}°   SID {sid:.0f}   Tisch {height:+.0f} mm</translation>
        </message>
        <message>
            <source>Dexamethasone 4 mg/mL, non-particulate</source>
            <translation>Dexamethason 4 mg/ml, nicht partikulär</translation>
        </message>
        <message>
            <source>Diary: {percent} % better for {hours} hours.</source>
            <translation>Tagebuch: {percent} % besser für {hours} Stunden.</translation>
        </message>
        <message>
            <source>Difficulty</source>
            <translation>Schwierigkeit</translation>
        </message>
        <message>
            <source>Digest: the same log gives the same on every machine</source>
            <translation>Prüfsumme: Dasselbe Protokoll ergibt überall dieselbe</translation>
        </message>
        <message>
            <source>Distance between the tip as it was left and the target along the patient's back-to-front axis, too deep or too shallow alike; of several targets the farthest.</source>
            <translation>Abstand zwischen der Spitze, wie sie zuletzt stand, und dem Ziel längs der Achse des Patienten von hinten nach vorn, zu tief wie zu flach; bei mehreren Zielen der größte.</translation>
        </message>
        <message>
            <source>Distance in space between the tip as it was left and the target; of several targets the farthest. Rounded down. None where no needle was left or depth is unknown. Only the final place counts: PerkTutor's Targets Hit counts passing by (field.md 2.2, defect 3).</source>
            <translation>Abstand im Raum zwischen der Spitze, wie sie zuletzt stand, und dem Ziel; bei mehreren Zielen der größte. Abgerundet. Nichts, wo keine Nadel blieb oder die Tiefe unbekannt ist. Nur der Ort am Ende zählt: PerkTutors „Targets Hit“ zählt auch das Vorbeikommen (field.md 2.2, Mangel 3).</translation>
        </message>
        <message>
            <source>Distance in space between tip and target at the moment when plunger (of an anaesthetic) or heat began; in a placement, as the needle was left. Of each target the nearest act, of several targets the farthest. Rounded down. None where nothing was treated. Passing by counts for nothing: PerkTutor's Targets Hit counts it (field.md 2.2, defect 3).</source>
            <translation>Abstand im Raum zwischen Spitze und Ziel in dem Augenblick, da der Kolben (eines Lokalanästhetikums) oder die Hitze begann; bei einer Platzierung, wie die Nadel blieb. Je Ziel die nächste Handlung, bei mehreren Zielen die fernste. Abgerundet. Nichts, wo nichts behandelt wurde. Vorbeikommen zählt nicht: PerkTutors „Targets Hit“ zählt es (field.md 2.2, Mangel 3).</translation>
        </message>
        <message>
            <source>Distance of the tip as it was left from the line through the target along the central ray of the last exposure in the working view (where the scenario names none: of the last exposure); of several targets the farthest. Rounded down. None without such an exposure.</source>
            <translation>Abstand der Spitze, wie sie zuletzt stand, von der Geraden durch das Ziel längs des Zentralstrahls der letzten Aufnahme in der Arbeitsansicht (wo das Szenario keine nennt: der letzten Aufnahme); bei mehreren Zielen der größte. Abgerundet. Nichts ohne eine solche Aufnahme.</translation>
        </message>
        <message>
            <source>Distances in millimetres</source>
            <translation>Abstände in Millimetern</translation>
        </message>
        <message>
            <source>Do</source>
            <translation>Tun Sie</translation>
        </message>
        <message>
            <source>Do the drill again until it holds three times, on two patients and two days.</source>
            <translation>Wiederholen Sie die Übung, bis sie dreimal gelingt, an zwei Patienten und an zwei Tagen.</translation>
        </message>
        <message>
            <source>Do the movement that hurts: how is it now?</source>
            <translation>Machen Sie die Bewegung, die wehtut: Wie ist es jetzt?</translation>
        </message>
        <message>
            <source>Do you feel anything round your ribs?</source>
            <translation>Spüren Sie etwas rund um die Rippen?</translation>
        </message>
        <message>
            <source>Do you feel faint?</source>
            <translation>Wird Ihnen schwarz vor Augen?</translation>
        </message>
        <message>
            <source>Does anything hurt?</source>
            <translation>Tut etwas weh?</translation>
        </message>
        <message>
            <source>Does the skin burn, at the needle or at the pad?</source>
            <translation>Brennt die Haut, an der Nadel oder an der Elektrode?</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Done well</source>
            <translation>Gut gemacht</translation>
        </message>
        <message>
            <source>Dose</source>
            <translation>Dosis</translation>
        </message>
        <message>
            <source>Dose falls with collimation, pulse rate and fewer repeats; the patient and you both keep it.</source>
            <translation>Die Dosis sinkt mit Einblendung, Pulsrate und weniger Wiederholungen; Patient und Sie behalten sie beide.</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Ab</translation>
        </message>
        <message>
            <source>Down the barrel</source>
            <translation>Im Lauf</translation>
        </message>
        <message>
            <source>Down the hub</source>
            <translation>Die Nadel entlang</translation>
        </message>
        <message>
            <source>Down to bone</source>
            <translation>Bis auf den Knochen</translation>
        </message>
        <message>
            <source>Drag a receptor on the C-arm card</source>
            <translation>Einen Empfänger auf der C-Bogen-Karte ziehen</translation>
        </message>
        <message>
            <source>Drag on a monitor with caliper or angle</source>
            <translation>Auf einem Monitor ziehen, mit Mess- oder Winkelwerkzeug</translation>
        </message>
        <message>
            <source>Drag on the back</source>
            <translation>Auf dem Rücken ziehen</translation>
        </message>
        <message>
            <source>Drapes</source>
            <translation>Abdeckung</translation>
        </message>
        <message>
            <source>Draw the gripped needle back 0.2 mm (also Ctrl+wheel)</source>
            <translation>Die gegriffene Nadel 0,2 mm zurückziehen (auch Strg+Rad)</translation>
        </message>
        <message>
            <source>Draw the gripped needle back 1 mm (also wheel up)</source>
            <translation>Die gegriffene Nadel 1 mm zurückziehen (auch Rad aufwärts)</translation>
        </message>
        <message>
            <source>Draw the plunger back and look</source>
            <translation>Den Kolben zurückziehen und hinsehen</translation>
        </message>
        <message>
            <source>Draw the stylet, or put it in again</source>
            <translation>Den Mandrin ziehen oder wieder einsetzen</translation>
        </message>
        <message>
            <source>Drawing the inside …</source>
            <translation>Das Innere wird gezeichnet …</translation>
        </message>
        <message>
            <source>Drawing the picture …</source>
            <translation>Das Bild wird gezeichnet …</translation>
        </message>
        <message>
            <source>Drawn back</source>
            <translation>Aspiriert</translation>
        </message>
        <message>
            <source>Drawn by seed {seed}; every machine draws the same</source>
            <translation>Gezogen mit Startwert {seed}; jeder Rechner zieht dasselbe</translation>
        </message>
        <message>
            <source>Drawn from pool 1</source>
            <translation>Aus Pool 1 gezogen</translation>
        </message>
        <message>
            <source>Drawn from pool 2</source>
            <translation>Aus Pool 2 gezogen</translation>
        </message>
        <message>
            <source>Drawn from pool 3</source>
            <translation>Aus Pool 3 gezogen</translation>
        </message>
        <message>
            <source>Draws back, then watches contrast while it goes in, before the anaesthetic</source>
            <translation>Aspiriert, beobachtet dann das Kontrastmittel beim Einlaufen, erst danach das Betäubungsmittel</translation>
        </message>
        <message>
            <source>Drill</source>
            <translation>Übung</translation>
        </message>
        <message>
            <source>Drill this</source>
            <translation>Das üben</translation>
        </message>
        <message>
            <source>Drop radiographs here, or choose them.</source>
            <translation>Legen Sie Röntgenbilder hier ab oder wählen Sie sie.</translation>
        </message>
        <message>
            <source>Due: {day}</source>
            <translation>Fällig: {day}</translation>
        </message>
        <message>
            <source>Dura</source>
            <translation>Dura</translation>
        </message>
        <message>
            <source>ECG, oxygen saturation, blood pressure</source>
            <translation>EKG, Sauerstoffsättigung, Blutdruck</translation>
        </message>
        <message>
            <source>EXP {number}   {mode}   {field:.0f} mm</source>
            <translation>AUFN {number}   {mode}   {field:.0f} mm</translation>
        </message>
        <message>
            <source>Each aid that is used marks the attempt: it then counts in no curve.</source>
            <translation>Jede benutzte Hilfe kennzeichnet den Versuch: Er zählt dann in keiner Kurve.</translation>
        </message>
        <message>
            <source>Each expert once: the median of the last five counted attempts. Sure: the chance that least to most holds 90 % of all such experts (Wilks).</source>
            <translation>Jeder Experte einmal: Median der letzten fünf gezählten Versuche. Sicher: Wahrscheinlichkeit, dass kleinster bis größter Wert 90 % aller solchen Experten umfasst (Wilks).</translation>
        </message>
        <message>
            <source>Economy</source>
            <translation>Sparsamkeit</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>Wirkung</translation>
        </message>
        <message>
            <source>Eight pulses a second</source>
            <translation>Acht Pulse je Sekunde</translation>
        </message>
        <message>
            <source>Electrode</source>
            <translation>Elektrode</translation>
        </message>
        <message>
            <source>Electrode in or out</source>
            <translation>Elektrode ein oder aus</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Ende</translation>
        </message>
        <message>
            <source>End and seal that exam first</source>
            <translation>Zuerst diese Prüfung beenden und versiegeln</translation>
        </message>
        <message>
            <source>End it first</source>
            <translation>Zuerst beenden</translation>
        </message>
        <message>
            <source>End key</source>
            <translation>Ende</translation>
        </message>
        <message>
            <source>End measuring and cine</source>
            <translation>Messen und Cine beenden</translation>
        </message>
        <message>
            <source>End the candidate's exam with stations left; they count 0</source>
            <translation>Die Prüfung des Prüflings beenden, obwohl Stationen fehlen; sie zählen 0</translation>
        </message>
        <message>
            <source>End the exam</source>
            <translation>Prüfung beenden</translation>
        </message>
        <message>
            <source>Ends it: needle out, wound covered, patient watched and told what comes next</source>
            <translation>Beendet es: Nadel heraus, Wunde verbunden, überwacht und erklärt, was als Nächstes kommt</translation>
        </message>
        <message>
            <source>Enlarge it, or use another workstation</source>
            <translation>Vergrößern oder einen anderen Arbeitsplatz nehmen</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Enrol it first</source>
            <translation>Zuerst einschreiben</translation>
        </message>
        <message>
            <source>Enrol one first</source>
            <translation>Melden Sie zuerst einen an</translation>
        </message>
        <message>
            <source>Enrol the station first</source>
            <translation>Melden Sie zuerst den Arbeitsplatz an</translation>
        </message>
        <message>
            <source>Enrolled</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <source>Enter a mark of 0 to 100 in every cell</source>
            <translation>In jede Zelle eine Punktzahl von 0 bis 100 eintragen</translation>
        </message>
        <message>
            <source>Enter key</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Epidural</source>
            <translation>Epidural</translation>
        </message>
        <message>
            <source>Equipment</source>
            <translation>Ausrüstung</translation>
        </message>
        <message>
            <source>Erase {count} names</source>
            <translation>{count} Namen löschen</translation>
        </message>
        <message>
            <source>Erasing the names</source>
            <translation>Die Namen werden gelöscht</translation>
        </message>
        <message>
            <source>Every correction in tissue hurts and bleeds a little; time under the drape tires the patient.</source>
            <translation>Jede Korrektur im Gewebe schmerzt und blutet ein wenig; Zeit unter dem Tuch ermüdet den Patienten.</translation>
        </message>
        <message>
            <source>Every cut score is provisional and not for decisions until a standard-setting record stands beside it.</source>
            <translation>Jede Bestehensgrenze ist vorläufig und nicht für Entscheidungen, bis eine Standardsetzung beiliegt.</translation>
        </message>
        <message>
            <source>Every syringe is labelled</source>
            <translation>Jede Spritze ist beschriftet</translation>
        </message>
        <message>
            <source>Every target nerve is covered</source>
            <translation>Jeder Zielnerv ist erfasst</translation>
        </message>
        <message>
            <source>Every target nerve sleeps, and no other</source>
            <translation>Jeder Zielnerv schläft, und kein anderer</translation>
        </message>
        <message>
            <source>Everything before it is safe in {0}; free some space, then open the case again</source>
            <translation>Alles davor liegt sicher in {0}; schaffen Sie Platz und öffnen Sie den Fall erneut</translation>
        </message>
        <message>
            <source>Everything is done once; this one lies back the longest.</source>
            <translation>Alles ist einmal gemacht; dies liegt am längsten zurück.</translation>
        </message>
        <message>
            <source>Everything up to the last solid mark is safe in {0}; free some space or choose another folder, then resume it</source>
            <translation>Alles bis zur letzten vollen Marke liegt sicher in {0}; machen Sie Platz frei oder wählen Sie einen anderen Ordner und setzen Sie dann fort</translation>
        </message>
        <message>
            <source>Evidence so far</source>
            <translation>Bisherige Evidenz</translation>
        </message>
        <message>
            <source>Evidence: depth</source>
            <translation>Beleg: Tiefe</translation>
        </message>
        <message>
            <source>Evidence: hub view</source>
            <translation>Beleg: Blick durch den Ansatz</translation>
        </message>
        <message>
            <source>Evidence: level</source>
            <translation>Beleg: Etage</translation>
        </message>
        <message>
            <source>Evidence: working view</source>
            <translation>Beleg: Arbeitsprojektion</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Exam with its standard</source>
            <translation>Prüfung mit ihrem Standard</translation>
        </message>
        <message>
            <source>Examination</source>
            <translation>Untersuchung</translation>
        </message>
        <message>
            <source>Exams</source>
            <translation>Prüfungen</translation>
        </message>
        <message>
            <source>Excellent</source>
            <translation>Ausgezeichnet</translation>
        </message>
        <message>
            <source>Exchange left and right of the picture as seen; letters follow</source>
            <translation>Links und rechts des gezeigten Bildes tauschen; Buchstaben folgen</translation>
        </message>
        <message>
            <source>Exchange the live and the reference picture</source>
            <translation>Live-Bild und Referenzbild tauschen</translation>
        </message>
        <message>
            <source>Expectations must be settled first</source>
            <translation>Erwartungen müssen zuerst geklärt werden</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>Experte</translation>
        </message>
        <message>
            <source>Expert bands</source>
            <translation>Expertenbereiche</translation>
        </message>
        <message>
            <source>Experts</source>
            <translation>Experten</translation>
        </message>
        <message>
            <source>Experts below it, by theory</source>
            <translation>Experten darunter, theoretisch</translation>
        </message>
        <message>
            <source>Experts below it, here</source>
            <translation>Experten darunter, hier</translation>
        </message>
        <message>
            <source>Explain what has happened</source>
            <translation>Erklären, was geschehen ist</translation>
        </message>
        <message>
            <source>Exponential curve</source>
            <translation>Exponentialkurve</translation>
        </message>
        <message>
            <source>Export (CSV)</source>
            <translation>Ausgeben (CSV)</translation>
        </message>
        <message>
            <source>Export attempts</source>
            <translation>Versuche ausgeben</translation>
        </message>
        <message>
            <source>Export it as csv or json</source>
            <translation>Geben Sie es als csv oder json aus</translation>
        </message>
        <message>
            <source>Export it with square pixels</source>
            <translation>Exportieren Sie es mit quadratischen Pixeln</translation>
        </message>
        <message>
            <source>Export marks</source>
            <translation>Bewertungen exportieren</translation>
        </message>
        <message>
            <source>Export marks (CSV)</source>
            <translation>Bewertungen (CSV)</translation>
        </message>
        <message>
            <source>Export numbers</source>
            <translation>Zahlen exportieren</translation>
        </message>
        <message>
            <source>Exposures</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <source>Exposures that could show nothing new</source>
            <translation>Aufnahmen, die nichts Neues zeigen konnten</translation>
        </message>
        <message>
            <source>Exposures with a hand in the beam</source>
            <translation>Aufnahmen mit einer Hand im Strahl</translation>
        </message>
        <message>
            <source>Extra time, thousandths</source>
            <translation>Mehr Zeit, Tausendstel</translation>
        </message>
        <message>
            <source>Facility</source>
            <translation>Leichtigkeit</translation>
        </message>
        <message>
            <source>Fails in</source>
            <translation>Scheitert in</translation>
        </message>
        <message>
            <source>False certification: {runs} simulated trainees who fail at each rate, limit {limit}, seed {seed}; beside it the exact chance.</source>
            <translation>Falsche Bescheinigung: je {runs} simulierte Lernende, die mit dieser Rate scheitern, Grenze {limit}, Startwert {seed}; daneben die exakte Wahrscheinlichkeit.</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>Feb.</translation>
        </message>
        <message>
            <source>Female</source>
            <translation>weiblich</translation>
        </message>
        <message>
            <source>Fever, infection, pregnancy, general health</source>
            <translation>Fieber, Infektion, Schwangerschaft, Allgemeinzustand</translation>
        </message>
        <message>
            <source>Few people make every item statistic unstable; a hard item is not a bad one.</source>
            <translation>Wenige Personen machen jede Aufgabenstatistik unsicher; eine schwere Aufgabe ist keine schlechte.</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Fifteen pulses a second</source>
            <translation>Fünfzehn Pulse je Sekunde</translation>
        </message>
        <message>
            <source>File for the anchor, may be left out</source>
            <translation>Datei für den Anker, darf fehlen</translation>
        </message>
        <message>
            <source>Find {level}: count down from the first rib and up from the last one, bring it to the middle, take a picture, declare it.</source>
            <translation>Finden Sie {level}: von der ersten Rippe abwärts und von der letzten aufwärts zählen, in die Mitte bringen, Bild machen, festlegen.</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Abschluss</translation>
        </message>
        <message>
            <source>Finish the attempt, then keep it</source>
            <translation>Beenden Sie den Versuch, dann behalten Sie ihn</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>First group</source>
            <translation>Erste Gruppe</translation>
        </message>
        <message>
            <source>First group: {first}, second: {second}. Equal ability: the same of {levels} bands of the person's other marks. Delta below 0 is against the second group; a dash is undefined.</source>
            <translation>Erste Gruppe: {first}, zweite: {second}. Gleiches Können: dieselbe von {levels} Stufen der übrigen Punkte der Person. Delta unter 0 spricht gegen die zweite Gruppe; ein Strich heißt nicht definiert.</translation>
        </message>
        <message>
            <source>First needles</source>
            <translation>Erste Nadeln</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Einpassen</translation>
        </message>
        <message>
            <source>Five acts: look, square, aim, advance, prove</source>
            <translation>Fünf Handlungen: sehen, einstellen, zielen, vorschieben, nachweisen</translation>
        </message>
        <message>
            <source>Flip</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <source>Fluids</source>
            <translation>Flüssigkeit</translation>
        </message>
        <message>
            <source>Folder of collected attempts</source>
            <translation>Ordner mit gesammelten Versuchen</translation>
        </message>
        <message>
            <source>Follow a real needle on a phantom: connect a tracker, touch known points, register; again: put it away</source>
            <translation>Einer echten Nadel an einem Phantom folgen: Tracker verbinden, bekannte Punkte berühren, registrieren; nochmals: weglegen</translation>
        </message>
        <message>
            <source>Follow the line; Esc leaves.</source>
            <translation>Folgen Sie der Zeile; Esc verlässt.</translation>
        </message>
        <message>
            <source>For directors: everybody over time, the stations now, what marks are worth</source>
            <translation>Für Leitende: alle über die Zeit, die Stationen jetzt, was Punkte wert sind</translation>
        </message>
        <message>
            <source>For ever</source>
            <translation>Für immer</translation>
        </message>
        <message>
            <source>For examiners and candidates: define, open and sit an exam</source>
            <translation>Für Prüfende und Prüflinge: Prüfungen festlegen, eröffnen, ablegen</translation>
        </message>
        <message>
            <source>For instructors: a copy of the chosen scenario, open in the studio</source>
            <translation>Für Lehrende: eine Kopie des gewählten Szenarios, im Studio geöffnet</translation>
        </message>
        <message>
            <source>For instructors: make a case, fork one, go on with one</source>
            <translation>Für Lehrende: einen Fall machen, abwandeln, fortsetzen</translation>
        </message>
        <message>
            <source>For practice only: it is evidence against one rate of failure in this simulator, never a certificate; its specificity is too low for a decision, and who is good is often missed.</source>
            <translation>Nur für die Übung: Es ist Evidenz gegen eine Fehlerrate in diesem Simulator, nie ein Zeugnis; die Spezifität reicht für keine Entscheidung, und Gute werden oft übersehen.</translation>
        </message>
        <message>
            <source>For raters: mark sealed papers without knowing whose they are</source>
            <translation>Für Bewertende: versiegelte Arbeiten bewerten, ohne zu wissen, wessen sie sind</translation>
        </message>
        <message>
            <source>For training; not for planning real treatment; no validity evidence yet; thoracic evidence is weaker than lumbar; targets are disputed.</source>
            <translation>Für die Ausbildung; nicht zur Planung einer echten Behandlung; noch kein Validitätsnachweis; die thorakale Evidenz ist schwächer als die lumbale; die Zielpunkte sind umstritten.</translation>
        </message>
        <message>
            <source>Foramen</source>
            <translation>Foramen</translation>
        </message>
        <message>
            <source>Forceps</source>
            <translation>Klemme</translation>
        </message>
        <message>
            <source>Fork</source>
            <translation>Abwandeln</translation>
        </message>
        <message>
            <source>Fork it, and give it an id of its own</source>
            <translation>Wandeln Sie ihn ab und geben Sie ihm eine eigene Kennung</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>Form {number}: {cases}</source>
            <translation>Form {number}: {cases}</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>Formen</translation>
        </message>
        <message>
            <source>Four pulses a second</source>
            <translation>Vier Pulse je Sekunde</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>Schaffen Sie Platz</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Freitag</translation>
        </message>
        <message>
            <source>From memory, to be verified by a clinician</source>
            <translation>aus dem Gedächtnis, ärztlich zu prüfen</translation>
        </message>
        <message>
            <source>From the beginning of the attempt to submit; where it was not submitted, to the last thing that happened.</source>
            <translation>Vom Beginn des Versuchs bis zur Abgabe; wo nicht abgegeben wurde, bis zum letzten Ereignis.</translation>
        </message>
        <message>
            <source>From the end of the stage before to submit; a stage whose end never came lasts until the end of the next one, and no stage ends after a later one; but the stage 'case' takes no time where nothing was decided before the first puncture. Stages: case, level, needle, treat, end.</source>
            <translation>Vom Ende der Phase davor bis zur Abgabe; eine Phase, deren Ende nie kam, dauert bis zum Ende der nächsten, und keine Phase endet nach einer späteren; die Phase „Fall“ aber braucht keine Zeit, wo vor der ersten Punktion nichts entschieden wurde. Phasen: Fall, Etage, Nadel, Behandlung, Ende.</translation>
        </message>
        <message>
            <source>From the end of the stage before to the first injection or lesion; a stage whose end never came lasts until the end of the next one, and no stage ends after a later one; but the stage 'case' takes no time where nothing was decided before the first puncture. Stages: case, level, needle, treat, end.</source>
            <translation>Vom Ende der Phase davor bis zur ersten Injektion oder Läsion; eine Phase, deren Ende nie kam, dauert bis zum Ende der nächsten, und keine Phase endet nach einer späteren; die Phase „Fall“ aber braucht keine Zeit, wo vor der ersten Punktion nichts entschieden wurde. Phasen: Fall, Etage, Nadel, Behandlung, Ende.</translation>
        </message>
        <message>
            <source>From the end of the stage before to the first puncture; a stage whose end never came lasts until the end of the next one, and no stage ends after a later one; but the stage 'case' takes no time where nothing was decided before the first puncture. Stages: case, level, needle, treat, end.</source>
            <translation>Vom Ende der Phase davor bis zur ersten Punktion; eine Phase, deren Ende nie kam, dauert bis zum Ende der nächsten, und keine Phase endet nach einer späteren; die Phase „Fall“ aber braucht keine Zeit, wo vor der ersten Punktion nichts entschieden wurde. Phasen: Fall, Etage, Nadel, Behandlung, Ende.</translation>
        </message>
        <message>
            <source>From the end of the stage before to the last decision about the case before the first puncture; a stage whose end never came lasts until the end of the next one, and no stage ends after a later one; but the stage 'case' takes no time where nothing was decided before the first puncture. Stages: case, level, needle, treat, end.</source>
            <translation>Vom Ende der Phase davor bis zur letzten Entscheidung über den Fall vor der ersten Punktion; eine Phase, deren Ende nie kam, dauert bis zum Ende der nächsten, und keine Phase endet nach einer späteren; die Phase „Fall“ aber braucht keine Zeit, wo vor der ersten Punktion nichts entschieden wurde. Phasen: Fall, Etage, Nadel, Behandlung, Ende.</translation>
        </message>
        <message>
            <source>From the end of the stage before to the last removal of a needle, or the last injection or lesion; a stage whose end never came lasts until the end of the next one, and no stage ends after a later one; but the stage 'case' takes no time where nothing was decided before the first puncture. Stages: case, level, needle, treat, end.</source>
            <translation>Vom Ende der Phase davor bis zum letzten Entfernen einer Nadel oder zur letzten Injektion oder Läsion; eine Phase, deren Ende nie kam, dauert bis zum Ende der nächsten, und keine Phase endet nach einer späteren; die Phase „Fall“ aber braucht keine Zeit, wo vor der ersten Punktion nichts entschieden wurde. Phasen: Fall, Etage, Nadel, Behandlung, Ende.</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <source>G- and D-study</source>
            <translation>G- und D-Studie</translation>
        </message>
        <message>
            <source>Gamepad</source>
            <translation>Gamepad</translation>
        </message>
        <message>
            <source>Gate: {metric}</source>
            <translation>Schranke: {metric}</translation>
        </message>
        <message>
            <source>Generator</source>
            <translation>Generator</translation>
        </message>
        <message>
            <source>Generator set: {temperature_c} °C, {seconds} s</source>
            <translation>Generator eingestellt: {temperature_c} °C, {seconds} s</translation>
        </message>
        <message>
            <source>Get the folder that the scenario was made with</source>
            <translation>Den Ordner beschaffen, mit dem das Szenario gemacht wurde</translation>
        </message>
        <message>
            <source>Get the whole scenario again; nothing was changed</source>
            <translation>Holen Sie das ganze Szenario neu; nichts wurde geändert</translation>
        </message>
        <message>
            <source>Getting used to the station</source>
            <translation>Gewöhnt sich an die Station</translation>
        </message>
        <message>
            <source>Give each landmark once</source>
            <translation>Geben Sie jede Landmarke einmal an</translation>
        </message>
        <message>
            <source>Give every name one place, the same in each picture</source>
            <translation>Geben Sie jedem Namen einen Ort, denselben in jedem Bild</translation>
        </message>
        <message>
            <source>Give one picture, or calibrate several by landmarks</source>
            <translation>Geben Sie ein Bild an, oder kalibrieren Sie mehrere über Landmarken</translation>
        </message>
        <message>
            <source>Give the diary</source>
            <translation>Das Tagebuch aushändigen</translation>
        </message>
        <message>
            <source>Give this person another pseudonym</source>
            <translation>Geben Sie dieser Person ein anderes Pseudonym</translation>
        </message>
        <message>
            <source>Give yours another id</source>
            <translation>Geben Sie Ihrem eine andere Kennung</translation>
        </message>
        <message>
            <source>Given what was known to harm</source>
            <translation>Gegeben, was bekanntermaßen schadet</translation>
        </message>
        <message>
            <source>Go ahead</source>
            <translation>Durchführen</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Go on in a new attempt from before the last step; it counts in no curve</source>
            <translation>In einem neuen Versuch vor dem letzten Schritt weitermachen; er zählt in keiner Kurve</translation>
        </message>
        <message>
            <source>Go on in it</source>
            <translation>In ihr weitermachen</translation>
        </message>
        <message>
            <source>Go on there</source>
            <translation>Dort weitermachen</translation>
        </message>
        <message>
            <source>Go on to the next</source>
            <translation>Mit der nächsten weitermachen</translation>
        </message>
        <message>
            <source>Go on with the chosen unfinished attempt</source>
            <translation>Mit dem gewählten unvollendeten Versuch weitermachen</translation>
        </message>
        <message>
            <source>Go on, or submit it</source>
            <translation>Weitermachen oder abgeben</translation>
        </message>
        <message>
            <source>Go on, with the invigilator's PIN</source>
            <translation>Weiter, mit der PIN der Aufsicht</translation>
        </message>
        <message>
            <source>Go to {where}</source>
            <translation>Gehe zu {where}</translation>
        </message>
        <message>
            <source>Goes on in short stretches and looks in between</source>
            <translation>Geht in kurzen Strecken vor und schaut dazwischen nach</translation>
        </message>
        <message>
            <source>Going back to that moment</source>
            <translation>Zurück zu jenem Moment</translation>
        </message>
        <message>
            <source>Going back to the last step</source>
            <translation>Zurück zum letzten Schritt</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Gut</translation>
        </message>
        <message>
            <source>Got there, with detours that cost time, dose or safety</source>
            <translation>Kam ans Ziel, mit Umwegen auf Kosten von Zeit, Dosis oder Sicherheit</translation>
        </message>
        <message>
            <source>Grant a resit</source>
            <translation>Wiederholung</translation>
        </message>
        <message>
            <source>Grip it; drag tilts, the wheel pushes (down is deeper)</source>
            <translation>Greifen; ziehen kippt, das Rad schiebt (abwärts ist tiefer)</translation>
        </message>
        <message>
            <source>Grip the hub</source>
            <translation>Den Ansatz greifen</translation>
        </message>
        <message>
            <source>Gripped drag on the live monitor</source>
            <translation>Gegriffen auf dem Live-Monitor ziehen</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Gy·cm²</source>
            <translation>Gy·cm²</translation>
        </message>
        <message>
            <source>HELD  CINE {at}/{count}</source>
            <translation>GEHALTEN  CINE {at}/{count}</translation>
        </message>
        <message>
            <source>HELD  {age}</source>
            <translation>GEHALTEN  {age}</translation>
        </message>
        <message>
            <source>HIGH IMPEDANCE</source>
            <translation>IMPEDANZ HOCH</translation>
        </message>
        <message>
            <source>Hand in the beam</source>
            <translation>Hand im Strahl</translation>
        </message>
        <message>
            <source>Hang the tubing with the syringe on the hub; again: take it off</source>
            <translation>Verlängerung mit Spritze an den Ansatz hängen; nochmals: abnehmen</translation>
        </message>
        <message>
            <source>Have a database made with the encoding UTF8</source>
            <translation>Lassen Sie eine Datenbank mit der Kodierung UTF8 anlegen</translation>
        </message>
        <message>
            <source>Have it put right, or use another database</source>
            <translation>Lassen Sie es berichtigen, oder nehmen Sie eine andere Datenbank</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>Gefahren</translation>
        </message>
        <message>
            <source>Heat</source>
            <translation>Hitze</translation>
        </message>
        <message>
            <source>Heat against pain round the ribs</source>
            <translation>Hitze trotz Schmerz um die Rippen</translation>
        </message>
        <message>
            <source>Heat as the generator is set</source>
            <translation>Heizen, wie der Generator eingestellt ist</translation>
        </message>
        <message>
            <source>Heat began after {0} ({1}) at {2} mV, {3} Hz, and no later test was free of it.</source>
            <translation>Die Hitze begann nach {0} ({1}) bei {2} mV, {3} Hz, und kein späterer Test war frei davon.</translation>
        </message>
        <message>
            <source>Heat began without a depth view of the tip since the needle last moved.</source>
            <translation>Die Hitze begann ohne Tiefenprojektion der Spitze seit der letzten Bewegung der Nadel.</translation>
        </message>
        <message>
            <source>Heat begins</source>
            <translation>Hitze beginnt</translation>
        </message>
        <message>
            <source>Heat does not know the nerve that you meant: 45 °C held for half a minute destroys any.</source>
            <translation>Hitze kennt den gemeinten Nerv nicht: 45 °C über eine halbe Minute zerstören jeden.</translation>
        </message>
        <message>
            <source>Heat ends after {seconds} s</source>
            <translation>Hitze endet nach {seconds} s</translation>
        </message>
        <message>
            <source>Heat is off after {s} s.</source>
            <translation>Hitze aus nach {s} s.</translation>
        </message>
        <message>
            <source>Heat is on.</source>
            <translation>Hitze ist an.</translation>
        </message>
        <message>
            <source>Heat without a 2 Hz test</source>
            <translation>Hitze ohne 2-Hz-Test</translation>
        </message>
        <message>
            <source>Heat without a 50 Hz test</source>
            <translation>Hitze ohne 50-Hz-Test</translation>
        </message>
        <message>
            <source>Heat without a return pad</source>
            <translation>Hitze ohne Neutralelektrode</translation>
        </message>
        <message>
            <source>Heat without anaesthetic</source>
            <translation>Hitze ohne Betäubung</translation>
        </message>
        <message>
            <source>Heat without anaesthetic hurts, and a patient in pain moves the needle for you.</source>
            <translation>Hitze ohne Betäubung schmerzt, und ein Patient mit Schmerz bewegt die Nadel für Sie.</translation>
        </message>
        <message>
            <source>Heat, or go on</source>
            <translation>Heizen oder weitermachen</translation>
        </message>
        <message>
            <source>Heat, {s} s: {c} °C, {ohm} ohm</source>
            <translation>Wärme, {s} s: {c} °C, {ohm} Ohm</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Oben</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Anamnese</translation>
        </message>
        <message>
            <source>Hofstee</source>
            <translation>Hofstee</translation>
        </message>
        <message>
            <source>Hold F: X-rays run while you hold, and the monitor lives.</source>
            <translation>F halten: Solange Sie halten, läuft die Strahlung und der Monitor lebt.</translation>
        </message>
        <message>
            <source>Hold Space and move the hub with I J K L; S takes a picture. Make the needle a dot.</source>
            <translation>Leertaste halten und den Ansatz mit I J K L bewegen; S macht ein Bild. Machen Sie die Nadel zum Punkt.</translation>
        </message>
        <message>
            <source>Hold Space and press Page Down: advance until you feel bone.</source>
            <translation>Leertaste halten und Bild ab drücken: vorschieben, bis Sie Knochen spüren.</translation>
        </message>
        <message>
            <source>Hold automatic brightness (kV, mA) at the held picture's; again: let it follow</source>
            <translation>Helligkeitsautomatik (kV, mA) auf dem Wert des gehaltenen Bildes festhalten; nochmals: folgen lassen</translation>
        </message>
        <message>
            <source>Hold grip</source>
            <translation>Griff fest</translation>
        </message>
        <message>
            <source>Hold still now.</source>
            <translation>Jetzt stillhalten.</translation>
        </message>
        <message>
            <source>Hold the breath</source>
            <translation>Luft anhalten</translation>
        </message>
        <message>
            <source>Hold the hub while held; without grip nothing moves the needle</source>
            <translation>Den Ansatz halten, solange gedrückt; ohne Griff bewegt nichts die Nadel</translation>
        </message>
        <message>
            <source>Hold the hub with a forceps, out of the beam; again: with fingers</source>
            <translation>Den Ansatz mit einer Klemme halten, außerhalb des Strahls; nochmals: mit Fingern</translation>
        </message>
        <message>
            <source>Hold the tip still on the point for half a second, then touch again.</source>
            <translation>Die Spitze eine halbe Sekunde ruhig auf dem Punkt halten, dann nochmals berühren.</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Startseite</translation>
        </message>
        <message>
            <source>Home key</source>
            <translation>Pos1</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Stunden</translation>
        </message>
        <message>
            <source>How deep a target's nerve sleeps at the peak of an injection, as settled when the plunger came to rest; of each target the best injection, of several targets the least.</source>
            <translation>Wie tief ein Zielnerv auf dem Höhepunkt einer Injektion schläft, wie es feststand, als der Kolben ruhte; je Ziel die beste Injektion, bei mehreren Zielen der kleinste Wert.</translation>
        </message>
        <message>
            <source>How deep?</source>
            <translation>Wie tief?</translation>
        </message>
        <message>
            <source>How it is marked</source>
            <translation>Wie bewertet wird</translation>
        </message>
        <message>
            <source>How likely relief is</source>
            <translation>Wie wahrscheinlich Linderung ist</translation>
        </message>
        <message>
            <source>How long relief lasts, and that nerves grow back</source>
            <translation>Wie lange Linderung hält, und dass Nerven nachwachsen</translation>
        </message>
        <message>
            <source>How raters agree, once everybody who began has finished</source>
            <translation>Wie Bewertende übereinstimmen, sobald alle, die begannen, fertig sind</translation>
        </message>
        <message>
            <source>How weak the evidence for thoracic procedures is</source>
            <translation>Wie schwach die Evidenz für thorakale Eingriffe ist</translation>
        </message>
        <message>
            <source>Hub clockwise</source>
            <translation>Ansatz im Uhrzeigersinn</translation>
        </message>
        <message>
            <source>Hub clockwise, fine</source>
            <translation>Ansatz im Uhrzeigersinn, fein</translation>
        </message>
        <message>
            <source>Hub counter-clockwise</source>
            <translation>Ansatz gegen den Uhrzeigersinn</translation>
        </message>
        <message>
            <source>Hub counter-clockwise, fine</source>
            <translation>Ansatz gegen den Uhrzeigersinn, fein</translation>
        </message>
        <message>
            <source>Hub down</source>
            <translation>Ansatz ab</translation>
        </message>
        <message>
            <source>Hub down, fine</source>
            <translation>Ansatz ab, fein</translation>
        </message>
        <message>
            <source>Hub left</source>
            <translation>Ansatz links</translation>
        </message>
        <message>
            <source>Hub left, fine</source>
            <translation>Ansatz links, fein</translation>
        </message>
        <message>
            <source>Hub right</source>
            <translation>Ansatz rechts</translation>
        </message>
        <message>
            <source>Hub right, fine</source>
            <translation>Ansatz rechts, fein</translation>
        </message>
        <message>
            <source>Hub turned</source>
            <translation>Ansatz gedreht</translation>
        </message>
        <message>
            <source>Hub up</source>
            <translation>Ansatz auf</translation>
        </message>
        <message>
            <source>Hub up, fine</source>
            <translation>Ansatz auf, fein</translation>
        </message>
        <message>
            <source>I am all right.</source>
            <translation>Mir geht es gut.</translation>
        </message>
        <message>
            <source>I can twist without that pain.</source>
            <translation>Ich kann mich ohne diesen Schmerz drehen.</translation>
        </message>
        <message>
            <source>I cannot move my legs properly.</source>
            <translation>Ich kann meine Beine nicht richtig bewegen.</translation>
        </message>
        <message>
            <source>I feel feverish, and the spot is red and sore.</source>
            <translation>Ich fühle mich fiebrig, und die Stelle ist rot und wund.</translation>
        </message>
        <message>
            <source>I feel sick ... everything goes grey.</source>
            <translation>Mir ist schlecht ... alles wird grau.</translation>
        </message>
        <message>
            <source>I feel you knocking on something.</source>
            <translation>Ich spüre, wie Sie an etwas klopfen.</translation>
        </message>
        <message>
            <source>I itch all over, and my throat is tight.</source>
            <translation>Es juckt überall, und mein Hals ist eng.</translation>
        </message>
        <message>
            <source>I understand</source>
            <translation>Verstanden</translation>
        </message>
        <message>
            <source>Imaging</source>
            <translation>Bildgebung</translation>
        </message>
        <message>
            <source>Implants</source>
            <translation>Implantate</translation>
        </message>
        <message>
            <source>Import the CT again and place them then</source>
            <translation>Lesen Sie das CT erneut ein und setzen Sie sie dann</translation>
        </message>
        <message>
            <source>Import the CT again, or get the folder the scenario came with</source>
            <translation>Importieren Sie das CT neu, oder holen Sie den Ordner, mit dem das Szenario kam</translation>
        </message>
        <message>
            <source>Import the patient again, or restore the folder from a copy</source>
            <translation>Importieren Sie den Patienten neu, oder stellen Sie den Ordner aus einer Kopie wieder her</translation>
        </message>
        <message>
            <source>Imported patients</source>
            <translation>Importierte Patienten</translation>
        </message>
        <message>
            <source>In a vessel</source>
            <translation>In einem Gefäß</translation>
        </message>
        <message>
            <source>In every form</source>
            <translation>In jeder Form</translation>
        </message>
        <message>
            <source>In form A only</source>
            <translation>Nur in Form A</translation>
        </message>
        <message>
            <source>In form B only</source>
            <translation>Nur in Form B</translation>
        </message>
        <message>
            <source>In part, or late</source>
            <translation>Teilweise oder zu spät</translation>
        </message>
        <message>
            <source>In the last picture the end plate is still {angle_mdeg} off one line.</source>
            <translation>Im letzten Bild ist die Deckplatte noch {angle_mdeg} von einer Linie entfernt.</translation>
        </message>
        <message>
            <source>In the last picture the shaft is {angle_mdeg} off the beam.</source>
            <translation>Im letzten Bild weicht der Schaft {angle_mdeg} von der Strahlachse ab.</translation>
        </message>
        <message>
            <source>In the last picture the spinous process is {off_um} off the middle of the pedicles.</source>
            <translation>Im letzten Bild liegt der Dornfortsatz {off_um} neben der Mitte der Pedikel.</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>In Worten</translation>
        </message>
        <message>
            <source>Inject</source>
            <translation>Injizieren</translation>
        </message>
        <message>
            <source>Inject 0.5 to 1 mL through the cannula, wait, look once more, then heat.</source>
            <translation>Spritzen Sie 0,5 bis 1 ml durch die Kanüle, warten Sie, sehen Sie noch einmal nach, dann heizen Sie.</translation>
        </message>
        <message>
            <source>Inject here</source>
            <translation>Hier injizieren</translation>
        </message>
        <message>
            <source>Inject through tubing</source>
            <translation>Durch die Verlängerung injizieren</translation>
        </message>
        <message>
            <source>Inject what is chosen; contrast is seen while the beam is on</source>
            <translation>Das Gewählte injizieren; Kontrastmittel sieht man bei Strahlung</translation>
        </message>
        <message>
            <source>Injection</source>
            <translation>Injektion</translation>
        </message>
        <message>
            <source>Injection after blood, fluid or air</source>
            <translation>Injektion nach Blut, Flüssigkeit oder Luft</translation>
        </message>
        <message>
            <source>Injection after contrast went astray</source>
            <translation>Injektion nach fehlgelaufenem Kontrastmittel</translation>
        </message>
        <message>
            <source>Injection begins: {agent}</source>
            <translation>Injektion beginnt: {agent}</translation>
        </message>
        <message>
            <source>Injection ends: {agent}</source>
            <translation>Injektion endet: {agent}</translation>
        </message>
        <message>
            <source>Injection without aspiration</source>
            <translation>Injektion ohne Aspiration</translation>
        </message>
        <message>
            <source>Injections within the profile's volume</source>
            <translation>Injektionen im Volumen des Profils</translation>
        </message>
        <message>
            <source>Ins</source>
            <translation>Einfg</translation>
        </message>
        <message>
            <source>Insert key</source>
            <translation>Einfg</translation>
        </message>
        <message>
            <source>Install Rhizotomy Trainer again</source>
            <translation>Installieren Sie Rhizotomy Trainer neu</translation>
        </message>
        <message>
            <source>Install the package that belongs to the exam</source>
            <translation>Das Paket installieren, das zur Prüfung gehört</translation>
        </message>
        <message>
            <source>Install the same on every worker, and start it again</source>
            <translation>Installieren Sie auf jedem Arbeiter dasselbe, und starten Sie ihn neu</translation>
        </message>
        <message>
            <source>Intended use</source>
            <translation>Zweckbestimmung</translation>
        </message>
        <message>
            <source>Interrupted</source>
            <translation>Unterbrochen</translation>
        </message>
        <message>
            <source>Interrupted: waits to be resumed</source>
            <translation>Unterbrochen: wartet auf Fortsetzung</translation>
        </message>
        <message>
            <source>Into a danger zone</source>
            <translation>In eine Gefahrenzone</translation>
        </message>
        <message>
            <source>Into the foramen</source>
            <translation>Ins Foramen</translation>
        </message>
        <message>
            <source>Invert</source>
            <translation>Invertieren</translation>
        </message>
        <message>
            <source>Invigilator</source>
            <translation>Aufsicht</translation>
        </message>
        <message>
            <source>Iohexol 180 mg I/mL</source>
            <translation>Iohexol 180 mg I/ml</translation>
        </message>
        <message>
            <source>Iohexol 240 mg I/mL</source>
            <translation>Iohexol 240 mg I/ml</translation>
        </message>
        <message>
            <source>Iohexol 300 mg I/mL</source>
            <translation>Iohexol 300 mg I/ml</translation>
        </message>
        <message>
            <source>It asks whether failing in {good} of cases fits better than failing in {bad}. Within {attempts} attempts {false} of those who fail in {bad} would reach it too, and {true} of those who fail in {good}. For practice only.</source>
            <translation>Gefragt ist, ob Scheitern in {good} der Fälle besser passt als in {bad}. In {attempts} Versuchen erreichten das auch {false} derer, die in {bad} scheitern, und {true} derer, die in {good} scheitern. Nur für die Übung.</translation>
        </message>
        <message>
            <source>It burns, all round my chest - stop, please!</source>
            <translation>Es brennt, rund um die Brust - bitte aufhören!</translation>
        </message>
        <message>
            <source>It cannot be used: {problem}</source>
            <translation>Nicht verwendbar: {problem}</translation>
        </message>
        <message>
            <source>It gets warm and aches, but I can stand it.</source>
            <translation>Es wird warm und zieht, aber ich halte es aus.</translation>
        </message>
        <message>
            <source>It is going to get warm; tell me if anything burns or shoots.</source>
            <translation>Es wird jetzt warm; sagen Sie, wenn etwas brennt oder einschießt.</translation>
        </message>
        <message>
            <source>It is not mastered yet: three passes in a row, two patients, two days.</source>
            <translation>Noch nicht beherrscht: dreimal in Folge bestanden, zwei Patienten, zwei Tage.</translation>
        </message>
        <message>
            <source>It is the same as before.</source>
            <translation>Es ist wie vorher.</translation>
        </message>
        <message>
            <source>It is too soon to repeat it</source>
            <translation>Für eine Wiederholung ist es zu früh</translation>
        </message>
        <message>
            <source>It is what the informed patient wants</source>
            <translation>Der aufgeklärte Patient möchte es</translation>
        </message>
        <message>
            <source>It jumps beside my spine.</source>
            <translation>Es zuckt neben meiner Wirbelsäule.</translation>
        </message>
        <message>
            <source>It risked</source>
            <translation>Gefahr</translation>
        </message>
        <message>
            <source>It takes novices and experts who sat the same stations; here are {novices} and {experts}. Say on the page People who is who.</source>
            <translation>Es braucht Anfänger und Experten an denselben Stationen; hier sind {novices} und {experts}. Sagen Sie auf der Seite Personen, wer was ist.</translation>
        </message>
        <message>
            <source>It takes people of two languages; here: {first}. Say on the page People who speaks what.</source>
            <translation>Es braucht Personen zweier Sprachen; hier: {first}. Sagen Sie auf der Seite Personen, wer was spricht.</translation>
        </message>
        <message>
            <source>It takes released exams with two ways of input; here: {first}.</source>
            <translation>Es braucht freigegebene Prüfungen mit zwei Eingabearten; hier: {first}.</translation>
        </message>
        <message>
            <source>It takes {people} people who all sat the same {items} stations; here are {have} people at {found} stations.</source>
            <translation>Es braucht {people} Personen an denselben {items} Stationen; hier sind {have} Personen an {found} Stationen.</translation>
        </message>
        <message>
            <source>It teaches to see, to count, to aim and to decide. It does not measure patients, it plans no treatment, and its dose is simulated and uncalibrated.</source>
            <translation>Es lehrt sehen, zählen, zielen und entscheiden. Es vermisst keine Patienten, plant keine Behandlung, und seine Dosis ist simuliert und nicht kalibriert.</translation>
        </message>
        <message>
            <source>It was {where}</source>
            <translation>Es war: {where}</translation>
        </message>
        <message>
            <source>It was: {truth}.</source>
            <translation>Es war: {truth}.</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>Jan.</translation>
        </message>
        <message>
            <source>Joint</source>
            <translation>Gelenk</translation>
        </message>
        <message>
            <source>Judge</source>
            <translation>Gutachter</translation>
        </message>
        <message>
            <source>Judge the depth</source>
            <translation>Tiefe beurteilen</translation>
        </message>
        <message>
            <source>Judge {number}</source>
            <translation>Gutachter {number}</translation>
        </message>
        <message>
            <source>Judging the case (second mark)</source>
            <translation>Urteil über den Fall (zweite Note)</translation>
        </message>
        <message>
            <source>Judging the case: {mark} of 100, {verdict}</source>
            <translation>Urteil über den Fall: {mark} von 100, {verdict}</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>Juli</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>Juni</translation>
        </message>
        <message>
            <source>Just on the line</source>
            <translation>Genau an der Grenze</translation>
        </message>
        <message>
            <source>Kappa depends on how common each category is; it does not say which rater is right.</source>
            <translation>Kappa hängt davon ab, wie häufig jede Kategorie ist; es sagt nicht, wer recht hat.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Keep doing this</source>
            <translation>Weiter so</translation>
        </message>
        <message>
            <source>Keep every file as it is and compare it with the copies elsewhere</source>
            <translation>Lassen Sie jede Datei, wie sie ist, und vergleichen Sie sie mit den Kopien anderswo</translation>
        </message>
        <message>
            <source>Keep one fixed order: time-out, monitors, pad, prep, drape; say each aloud.</source>
            <translation>Halten Sie eine feste Folge: Team-Time-out, Überwachung, Elektrode, Desinfektion, Abdecken; sagen Sie jedes laut.</translation>
        </message>
        <message>
            <source>Keep the active tip behind the foramen's line and on the process; check it from the side.</source>
            <translation>Halten Sie die aktive Spitze hinter der Linie der Foramina und auf dem Fortsatz; prüfen Sie von der Seite.</translation>
        </message>
        <message>
            <source>Keep the active tip deep under thin skin, and lift the skin off with saline.</source>
            <translation>Halten Sie die aktive Spitze unter dünner Haut tief und heben Sie die Haut mit Kochsalz ab.</translation>
        </message>
        <message>
            <source>Keep the file as it is and ask for the copy in the records</source>
            <translation>Lassen Sie die Datei, wie sie ist, und bitten Sie um die Kopie im Archiv</translation>
        </message>
        <message>
            <source>Keep the held picture as the one that shows the depth</source>
            <translation>Das gehaltene Bild als Nachweis der Tiefe behalten</translation>
        </message>
        <message>
            <source>Keep the held picture as the one that shows the level</source>
            <translation>Das gehaltene Bild als Nachweis der Etage behalten</translation>
        </message>
        <message>
            <source>Keep the held picture as the view down the hub</source>
            <translation>Das gehaltene Bild als Blick durch den Ansatz behalten</translation>
        </message>
        <message>
            <source>Keep the held picture as the working view</source>
            <translation>Das gehaltene Bild als Arbeitsprojektion behalten</translation>
        </message>
        <message>
            <source>Keep the hub gripped without holding a key; again: let go</source>
            <translation>Den Ansatz gegriffen halten, ohne Taste; nochmals: loslassen</translation>
        </message>
        <message>
            <source>Keep the working view</source>
            <translation>Die Arbeitsprojektion behalten</translation>
        </message>
        <message>
            <source>Keep to 0.3 to 0.5 mL, and stop when the contrast leaves the process.</source>
            <translation>Bleiben Sie bei 0,3 bis 0,5 ml und hören Sie auf, wenn das Kontrastmittel den Fortsatz verlässt.</translation>
        </message>
        <message>
            <source>Kerma-area product</source>
            <translation>Dosisflächenprodukt</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Taste</translation>
        </message>
        <message>
            <source>Keyboard alone</source>
            <translation>Nur Tastatur</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Kyphosis T1-T12</source>
            <translation>Kyphose T1-T12</translation>
        </message>
        <message>
            <source>L1 bears short ribs</source>
            <translation>L1 trägt kurze Rippen</translation>
        </message>
        <message>
            <source>LC-CUSUM</source>
            <translation>LC-CUSUM</translation>
        </message>
        <message>
            <source>LIVE</source>
            <translation>LIVE</translation>
        </message>
        <message>
            <source>LOW IMPEDANCE</source>
            <translation>IMPEDANZ NIEDRIG</translation>
        </message>
        <message>
            <source>Label the syringes, say agent, volume and allergy aloud, and stay under the policy's most.</source>
            <translation>Beschriften Sie die Spritzen, sagen Sie Mittel, Menge und Allergie laut und bleiben Sie unter der Höchstmenge.</translation>
        </message>
        <message>
            <source>Labelled syringes</source>
            <translation>Beschriftete Spritzen</translation>
        </message>
        <message>
            <source>Landmarks</source>
            <translation>Landmarken</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Language, looks, keys, folders</source>
            <translation>Sprache, Aussehen, Tasten, Ordner</translation>
        </message>
        <message>
            <source>Lapsed at a re-test</source>
            <translation>Verfallen</translation>
        </message>
        <message>
            <source>Larger (also the wheel without grip)</source>
            <translation>Größer (auch das Rad ohne Griff)</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Last word</source>
            <translation>Letztes Zeichen</translation>
        </message>
        <message>
            <source>Latch</source>
            <translation>Rasten</translation>
        </message>
        <message>
            <source>Lateral of it</source>
            <translation>Lateral davon</translation>
        </message>
        <message>
            <source>Lay the active tip along the nerve, and make a second lesion where one does not reach.</source>
            <translation>Legen Sie die aktive Spitze längs des Nervs und setzen Sie eine zweite Läsion, wo eine nicht reicht.</translation>
        </message>
        <message>
            <source>Lead apron</source>
            <translation>Bleischürze</translation>
        </message>
        <message>
            <source>Lead apron and collar</source>
            <translation>Bleischürze und Schilddrüsenschutz</translation>
        </message>
        <message>
            <source>Learning curves</source>
            <translation>Lernkurven</translation>
        </message>
        <message>
            <source>Least</source>
            <translation>Kleinster</translation>
        </message>
        <message>
            <source>Least clearance of the 45 C isotherm</source>
            <translation>Kleinster Abstand der 45-°C-Isotherme</translation>
        </message>
        <message>
            <source>Least clearance of the 45 C isotherm to the skin</source>
            <translation>Kleinster Abstand der 45-°C-Isotherme zur Haut</translation>
        </message>
        <message>
            <source>Least clearance of the tip beyond the hazards' margins</source>
            <translation>Kleinster Abstand der Spitze über die Sicherheitsabstände hinaus</translation>
        </message>
        <message>
            <source>Least clearance to the canal</source>
            <translation>Kleinster Abstand zum Spinalkanal</translation>
        </message>
        <message>
            <source>Least clearance to the foramen</source>
            <translation>Kleinster Abstand zum Foramen</translation>
        </message>
        <message>
            <source>Least clearance to the pleura</source>
            <translation>Kleinster Abstand zur Pleura</translation>
        </message>
        <message>
            <source>Least distance between the nerve's centreline and the long axis of a lesion, from end to end of its dead volume; of each target the nearest lesion, of several targets the farthest. Exact but for the axis' ends, which are whole micrometres; rounded down. None without a lesion.</source>
            <translation>Kleinster Abstand zwischen der Mittellinie des Nervs und der Längsachse einer Läsion, von Ende zu Ende ihres toten Volumens; je Ziel die nächste Läsion, bei mehreren Zielen die fernste. Exakt bis auf die Enden der Achse, die ganze Mikrometer sind; abgerundet. Nichts ohne Läsion.</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Lassen</translation>
        </message>
        <message>
            <source>Leave for Home; an unfinished attempt can be continued</source>
            <translation>Zur Startseite; ein unvollendeter Versuch kann fortgesetzt werden</translation>
        </message>
        <message>
            <source>Leave the needle standing where it is; the hand is free for another</source>
            <translation>Die Nadel stehen lassen; die Hand ist frei für eine andere</translation>
        </message>
        <message>
            <source>Leave this paper?</source>
            <translation>Diese Arbeit verlassen?</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Links</translation>
        </message>
        <message>
            <source>Left bumper</source>
            <translation>Linke Schultertaste</translation>
        </message>
        <message>
            <source>Left of the whole time: {left}</source>
            <translation>Von der ganzen Zeit übrig: {left}</translation>
        </message>
        <message>
            <source>Left stick</source>
            <translation>Linker Stick</translation>
        </message>
        <message>
            <source>Left stick pressed</source>
            <translation>Linker Stick gedrückt</translation>
        </message>
        <message>
            <source>Left trigger</source>
            <translation>Linker Abzug</translation>
        </message>
        <message>
            <source>Legs up, head down</source>
            <translation>Beine hoch, Kopf tief</translation>
        </message>
        <message>
            <source>Lesion</source>
            <translation>Läsion</translation>
        </message>
        <message>
            <source>Lesion after an intercostal, abdominal or limb response</source>
            <translation>Läsion nach Antwort von Rippen, Bauch oder Bein</translation>
        </message>
        <message>
            <source>Lesion into ventral ramus, root, foramen, canal or pleura</source>
            <translation>Läsion in Ramus ventralis, Wurzel, Foramen, Kanal oder Pleura</translation>
        </message>
        <message>
            <source>Lesion or injectate at the wrong level</source>
            <translation>Läsion oder Injektat auf falscher Höhe</translation>
        </message>
        <message>
            <source>Lesion or injectate on the wrong side</source>
            <translation>Läsion oder Injektat auf falscher Seite</translation>
        </message>
        <message>
            <source>Lesion to the skin</source>
            <translation>Läsion bis zur Haut</translation>
        </message>
        <message>
            <source>Lesion without a depth view</source>
            <translation>Läsion ohne Tiefenbild</translation>
        </message>
        <message>
            <source>Lesion {0} was made</source>
            <translation>Läsion {0} wurde gesetzt</translation>
        </message>
        <message>
            <source>Lesion {number}: {s} s</source>
            <translation>Läsion {number}: {s} s</translation>
        </message>
        <message>
            <source>Lesion, move or stop</source>
            <translation>Läsion, bewegen oder stoppen</translation>
        </message>
        <message>
            <source>Lesions as the practice profile sets them</source>
            <translation>Läsionen nach dem Praxisprofil</translation>
        </message>
        <message>
            <source>Lesions numbed first</source>
            <translation>Läsionen zuvor betäubt</translation>
        </message>
        <message>
            <source>Lesions tested before heat</source>
            <translation>Läsionen vor der Hitze getestet</translation>
        </message>
        <message>
            <source>Let 1 to {0} play, from a seed of 0 or more</source>
            <translation>Lassen Sie 1 bis {0} spielen, mit einem Startwert ab 0</translation>
        </message>
        <message>
            <source>Let a minute pass at once</source>
            <translation>Eine Minute auf einmal vergehen lassen</translation>
        </message>
        <message>
            <source>Let another examiner confirm it</source>
            <translation>Von einer anderen prüfenden Person bestätigen lassen</translation>
        </message>
        <message>
            <source>Let at least two judges fill in the sheet</source>
            <translation>Mindestens zwei Gutachter den Bogen ausfüllen lassen</translation>
        </message>
        <message>
            <source>Let every rater finish first</source>
            <translation>Lassen Sie zuerst alle Bewertenden fertig werden</translation>
        </message>
        <message>
            <source>Let go of the hub, or hold it with a forceps, before you step on the pedal.</source>
            <translation>Lassen Sie den Ansatz los oder halten Sie ihn mit der Klemme, bevor Sie das Pedal treten.</translation>
        </message>
        <message>
            <source>Let it go on, or close it as it stands</source>
            <translation>Sie weitergehen lassen oder abschließen, wie sie steht</translation>
        </message>
        <message>
            <source>Let one do it</source>
            <translation>Von einer solchen Person tun lassen</translation>
        </message>
        <message>
            <source>Let somebody invigilate or examine; the PIN is shown once</source>
            <translation>Jemanden beaufsichtigen oder prüfen lassen; die PIN wird einmal gezeigt</translation>
        </message>
        <message>
            <source>Let ten minutes pass at once</source>
            <translation>Zehn Minuten auf einmal vergehen lassen</translation>
        </message>
        <message>
            <source>Let ten seconds pass at once</source>
            <translation>Zehn Sekunden auf einmal vergehen lassen</translation>
        </message>
        <message>
            <source>Let the candidate's results be seen</source>
            <translation>Die Ergebnisse des Prüflings dürfen gesehen werden</translation>
        </message>
        <message>
            <source>Let the clock go on</source>
            <translation>Uhr weiterlaufen lassen</translation>
        </message>
        <message>
            <source>Let the invigilator sign on first</source>
            <translation>Zuerst meldet sich die Aufsicht an</translation>
        </message>
        <message>
            <source>Let the owner of the database run 'records upgrade' once all stations have this program</source>
            <translation>Lassen Sie die Eigentümerin der Datenbank 'records upgrade' ausführen, sobald alle Stationen dieses Programm haben</translation>
        </message>
        <message>
            <source>Let the picture tools act on the other monitor</source>
            <translation>Die Bildwerkzeuge auf den anderen Monitor wirken lassen</translation>
        </message>
        <message>
            <source>Let the pictures go by, or hold</source>
            <translation>Die Bilder durchlaufen lassen oder anhalten</translation>
        </message>
        <message>
            <source>Let the seed draw all of them, or none</source>
            <translation>Lassen Sie alle ziehen oder keine</translation>
        </message>
        <message>
            <source>Level and side declared right</source>
            <translation>Etage und Seite richtig festgelegt</translation>
        </message>
        <message>
            <source>Level and view craft</source>
            <translation>Höhe und Einstellung</translation>
        </message>
        <message>
            <source>Level and views</source>
            <translation>Höhe und Bilder</translation>
        </message>
        <message>
            <source>Level declared</source>
            <translation>Höhe angesagt</translation>
        </message>
        <message>
            <source>Level declared on a level view, before the needle</source>
            <translation>Etage vor der Nadel auf einem Etagenbild festgelegt</translation>
        </message>
        <message>
            <source>Level declared: {level} {side}</source>
            <translation>Höhe angesagt: {level} {side}</translation>
        </message>
        <message>
            <source>Level not declared before the needle</source>
            <translation>Höhe vor der Nadel nicht angesagt</translation>
        </message>
        <message>
            <source>Level not declared yet</source>
            <translation>Etage noch offen</translation>
        </message>
        <message>
            <source>Levels {first} to {last}, {count} landmarks</source>
            <translation>Höhen {first} bis {last}, {count} Landmarken</translation>
        </message>
        <message>
            <source>Lidocaine 1 %</source>
            <translation>Lidocain 1 %</translation>
        </message>
        <message>
            <source>Lidocaine 2 %</source>
            <translation>Lidocain 2 %</translation>
        </message>
        <message>
            <source>Lie flat</source>
            <translation>Flach hinlegen</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>Grenze</translation>
        </message>
        <message>
            <source>Limited accuracy and no evidence of therapeutic utility were found for thoracic medial branch procedures (ANZCA FPM); no recommendation is made there.</source>
            <translation>Für thorakale Eingriffe an den Rami mediales fanden sich begrenzte Genauigkeit und kein Nachweis therapeutischen Nutzens (ANZCA FPM); eine Empfehlung wird dort nicht gegeben.</translation>
        </message>
        <message>
            <source>Lipid emulsion</source>
            <translation>Lipidemulsion</translation>
        </message>
        <message>
            <source>List them with 'exam status'</source>
            <translation>Mit 'exam status' auflisten</translation>
        </message>
        <message>
            <source>List them with 'keys list'</source>
            <translation>Listen Sie sie mit 'keys list' auf</translation>
        </message>
        <message>
            <source>Live monitor apart</source>
            <translation>Live-Monitor lösen</translation>
        </message>
        <message>
            <source>Local anaesthetic in the skin</source>
            <translation>Lokalanästhesie der Haut</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Festhalten</translation>
        </message>
        <message>
            <source>Logs and crash files</source>
            <translation>Protokolle und Absturzberichte</translation>
        </message>
        <message>
            <source>Longest weighted blind advance</source>
            <translation>Längster gewichteter blinder Vorschub</translation>
        </message>
        <message>
            <source>Look at it in the debrief, or start a new attempt</source>
            <translation>Sehen Sie ihn in der Nachbesprechung an, oder beginnen Sie einen neuen Versuch</translation>
        </message>
        <message>
            <source>Look at it, then release</source>
            <translation>Erst ansehen, dann freigeben</translation>
        </message>
        <message>
            <source>Look at least every 8 mm, and before every advance that no bone will stop.</source>
            <translation>Sehen Sie mindestens alle 8 mm nach und vor jedem Vorschub, den kein Knochen bremst.</translation>
        </message>
        <message>
            <source>Look at the chest under fluoroscopy or on a film</source>
            <translation>Thorax durchleuchten oder röntgen</translation>
        </message>
        <message>
            <source>Look at the log</source>
            <translation>Das Protokoll ansehen</translation>
        </message>
        <message>
            <source>Look at the lung by ultrasound</source>
            <translation>Lunge im Ultraschall ansehen</translation>
        </message>
        <message>
            <source>Look at the pictures instead</source>
            <translation>Sehen Sie stattdessen die Bilder an</translation>
        </message>
        <message>
            <source>Look at your own</source>
            <translation>Sehen Sie Ihr eigenes an</translation>
        </message>
        <message>
            <source>Look for it with pacs find, and ask who runs the archive</source>
            <translation>Suchen Sie danach mit pacs find, und fragen Sie, wer das Archiv betreibt</translation>
        </message>
        <message>
            <source>Look further left</source>
            <translation>Weiter nach links sehen</translation>
        </message>
        <message>
            <source>Look further right</source>
            <translation>Weiter nach rechts sehen</translation>
        </message>
        <message>
            <source>Look further to the feet</source>
            <translation>Weiter fußwärts sehen</translation>
        </message>
        <message>
            <source>Look further to the head</source>
            <translation>Weiter kopfwärts sehen</translation>
        </message>
        <message>
            <source>Look inside</source>
            <translation>Hineinsehen</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Verloren</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Unten</translation>
        </message>
        <message>
            <source>Low bleeding risk: the anticoagulant may go on</source>
            <translation>Blutungsrisiko gering: Antikoagulation läuft weiter</translation>
        </message>
        <message>
            <source>Low dose: less kerma, more noise</source>
            <translation>Niedrige Dosis: weniger Kerma, mehr Rauschen</translation>
        </message>
        <message>
            <source>Lower quarter</source>
            <translation>Unteres Viertel</translation>
        </message>
        <message>
            <source>Lung</source>
            <translation>Lunge</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Machine set</source>
            <translation>Gerät eingestellt</translation>
        </message>
        <message>
            <source>Machine, start pose</source>
            <translation>Gerät, Startstellung</translation>
        </message>
        <message>
            <source>Made in {folder}:</source>
            <translation>Hergestellt in {folder}:</translation>
        </message>
        <message>
            <source>Magnet on the implant, and its clinic</source>
            <translation>Magnet aufs Implantat, und dessen Ambulanz</translation>
        </message>
        <message>
            <source>Magnify</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Magnify more</source>
            <translation>Stärker vergrößern</translation>
        </message>
        <message>
            <source>Magnify more: same kerma, smaller area; the shutters open to it</source>
            <translation>Stärker vergrößern: gleiche Kerma, kleinere Fläche; die Blenden öffnen dazu</translation>
        </message>
        <message>
            <source>Magnify: same kerma, smaller area; the shutters open to it</source>
            <translation>Vergrößern: gleiche Kerma, kleinere Fläche; die Blenden öffnen dazu</translation>
        </message>
        <message>
            <source>Major error</source>
            <translation>Schwerer Fehler</translation>
        </message>
        <message>
            <source>Major error: {error}</source>
            <translation>Schwerer Fehler: {error}</translation>
        </message>
        <message>
            <source>Major errors</source>
            <translation>Schwere Fehler</translation>
        </message>
        <message>
            <source>Major errors took {marks} marks off the whole.</source>
            <translation>Schwere Fehler nahmen {marks} Punkte vom Ganzen.</translation>
        </message>
        <message>
            <source>Make a pair with 'scenario key new'</source>
            <translation>Ein Paar mit 'scenario key new' herstellen</translation>
        </message>
        <message>
            <source>Make the step again that was taken back</source>
            <translation>Den zurückgenommenen Schritt wieder ausführen</translation>
        </message>
        <message>
            <source>Male</source>
            <translation>männlich</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>März</translation>
        </message>
        <message>
            <source>Mark it again</source>
            <translation>Markieren Sie es noch einmal</translation>
        </message>
        <message>
            <source>Mark more landmarks</source>
            <translation>Markieren Sie weitere Landmarken</translation>
        </message>
        <message>
            <source>Mark of 100</source>
            <translation>Punkte von 100</translation>
        </message>
        <message>
            <source>Mark skin</source>
            <translation>Markieren</translation>
        </message>
        <message>
            <source>Mark the entry under the pointer</source>
            <translation>Den Einstich unter dem Zeiger markieren</translation>
        </message>
        <message>
            <source>Mark the same point in every picture, or check the pictures' geometry</source>
            <translation>Markieren Sie in jedem Bild denselben Punkt, oder prüfen Sie die Geometrie der Bilder</translation>
        </message>
        <message>
            <source>Mark the skin over the superolateral corner of {level}, {side}. Four pictures at most.</source>
            <translation>Markieren Sie die Haut über der oberen äußeren Ecke von {level}, {side}. Höchstens vier Bilder.</translation>
        </message>
        <message>
            <source>Mark the skin under the pointer</source>
            <translation>Die Haut unter dem Zeiger markieren</translation>
        </message>
        <message>
            <source>Marking</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Marks lost</source>
            <translation>Punkte verloren</translation>
        </message>
        <message>
            <source>Marks: [V] a source was seen, [M] from memory, to be verified with a clinician, [X] a design value of this program.</source>
            <translation>Zeichen: [V] Quelle wurde eingesehen, [M] aus dem Gedächtnis, klinisch zu prüfen, [X] Entwurfswert dieses Programms.</translation>
        </message>
        <message>
            <source>Mastered</source>
            <translation>Beherrscht</translation>
        </message>
        <message>
            <source>Mastered: {passes} passes in a row, {patients} patients, {days} days</source>
            <translation>Beherrscht: {passes}-mal bestanden in Folge, {patients} Patienten, {days} Tage</translation>
        </message>
        <message>
            <source>Mastery</source>
            <translation>Beherrschung</translation>
        </message>
        <message>
            <source>Mastery and re-tests</source>
            <translation>Beherrschung und Nachtests</translation>
        </message>
        <message>
            <source>Mastery of a drill means three passes in a row in this simulator; transfer to patients has not been shown.</source>
            <translation>Eine Übung zu beherrschen heißt drei bestandene in Folge in diesem Simulator; ein Übertrag auf Patienten ist nicht gezeigt.</translation>
        </message>
        <message>
            <source>May</source>
            <translation>Mai</translation>
        </message>
        <message>
            <source>Mean of so many stations</source>
            <translation>Mittel so vieler Stationen</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Maß</translation>
        </message>
        <message>
            <source>Measure an angle: three points, the corner second; again: put it down</source>
            <translation>Einen Winkel messen: drei Punkte, die Ecke als zweiter; nochmals: weglegen</translation>
        </message>
        <message>
            <source>Measure millimetres at the isocentre: drag, or set two points; again: put it down</source>
            <translation>Millimeter am Isozentrum messen: ziehen oder zwei Punkte setzen; nochmals: weglegen</translation>
        </message>
        <message>
            <source>Measure; with the blades: drag their edges</source>
            <translation>Messen; mit den Blenden: ihre Kanten ziehen</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maße</translation>
        </message>
        <message>
            <source>Medial branch</source>
            <translation>Medialer Ast</translation>
        </message>
        <message>
            <source>Medial branches</source>
            <translation>Rami mediales</translation>
        </message>
        <message>
            <source>Medial of it</source>
            <translation>Medial davon</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>Median attempts</source>
            <translation>Versuche im Median</translation>
        </message>
        <message>
            <source>Median mark</source>
            <translation>Punkte im Median</translation>
        </message>
        <message>
            <source>Median of five</source>
            <translation>Median aus fünf</translation>
        </message>
        <message>
            <source>Medication</source>
            <translation>Medikamente</translation>
        </message>
        <message>
            <source>Mend what the list names; your work is safe</source>
            <translation>Beheben Sie, was die Liste nennt; Ihre Arbeit ist sicher</translation>
        </message>
        <message>
            <source>Middle drag or Shift+drag on a monitor</source>
            <translation>Mit mittlerer Taste oder Umschalt auf einem Monitor ziehen</translation>
        </message>
        <message>
            <source>Milligray at the reference point, simulated</source>
            <translation>Milligray am Referenzpunkt, simuliert</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>Minutes left</source>
            <translation>Restminuten</translation>
        </message>
        <message>
            <source>Mm?</source>
            <translation>Mm?</translation>
        </message>
        <message>
            <source>Moderate</source>
            <translation>Mäßig</translation>
        </message>
        <message>
            <source>Modified Angoff</source>
            <translation>Abgewandeltes Angoff-Verfahren</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Montag</translation>
        </message>
        <message>
            <source>Monitors</source>
            <translation>Überwachung</translation>
        </message>
        <message>
            <source>Months of other treatment did not help</source>
            <translation>Monate anderer Behandlung halfen nicht</translation>
        </message>
        <message>
            <source>More anaesthetic than allowed</source>
            <translation>Mehr Betäubungsmittel als erlaubt</translation>
        </message>
        <message>
            <source>Most</source>
            <translation>Größter</translation>
        </message>
        <message>
            <source>Mouse alone</source>
            <translation>Nur Maus</translation>
        </message>
        <message>
            <source>Mouse and keyboard</source>
            <translation>Maus und Tastatur</translation>
        </message>
        <message>
            <source>Mouse with a wheel</source>
            <translation>Maus mit Rad</translation>
        </message>
        <message>
            <source>Move the gripped hub 0.2° down</source>
            <translation>Den gegriffenen Ansatz 0,2° nach unten</translation>
        </message>
        <message>
            <source>Move the gripped hub 0.2° left</source>
            <translation>Den gegriffenen Ansatz 0,2° nach links</translation>
        </message>
        <message>
            <source>Move the gripped hub 0.2° right</source>
            <translation>Den gegriffenen Ansatz 0,2° nach rechts</translation>
        </message>
        <message>
            <source>Move the gripped hub 0.2° up</source>
            <translation>Den gegriffenen Ansatz 0,2° nach oben</translation>
        </message>
        <message>
            <source>Move the gripped hub 1° down in the held picture</source>
            <translation>Den gegriffenen Ansatz im gehaltenen Bild 1° nach unten</translation>
        </message>
        <message>
            <source>Move the gripped hub 1° left in the held picture</source>
            <translation>Den gegriffenen Ansatz im gehaltenen Bild 1° nach links</translation>
        </message>
        <message>
            <source>Move the gripped hub 1° right in the held picture</source>
            <translation>Den gegriffenen Ansatz im gehaltenen Bild 1° nach rechts</translation>
        </message>
        <message>
            <source>Move the gripped hub 1° up in the held picture</source>
            <translation>Den gegriffenen Ansatz im gehaltenen Bild 1° nach oben</translation>
        </message>
        <message>
            <source>Move the gripped hub along the held picture: the further, the faster</source>
            <translation>Den gegriffenen Ansatz entlang des gehaltenen Bildes bewegen: je weiter, desto schneller</translation>
        </message>
        <message>
            <source>Move the measuring point, the blades in hand, or the zoomed picture</source>
            <translation>Den Messpunkt, die Blenden in der Hand oder das vergrößerte Bild bewegen</translation>
        </message>
        <message>
            <source>Move the needle</source>
            <translation>Nadel bewegen</translation>
        </message>
        <message>
            <source>Move the patient folder beside {0} and name it there</source>
            <translation>Den Patientenordner neben {0} legen und dort nennen</translation>
        </message>
        <message>
            <source>Move the pointer 1 mm</source>
            <translation>Den Zeiger 1 mm bewegen</translation>
        </message>
        <message>
            <source>Move the pointer 10 mm</source>
            <translation>Den Zeiger 10 mm bewegen</translation>
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to screen left</source>
            <translation>Tisch bewegen: Das Feld geht 5 mm nach links im Bild</translation>
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to screen right</source>
            <translation>Tisch bewegen: Das Feld geht 5 mm nach rechts im Bild</translation>
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to the feet</source>
            <translation>Tisch bewegen: Das Feld geht 5 mm fußwärts</translation>
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to the head</source>
            <translation>Tisch bewegen: Das Feld geht 5 mm kopfwärts</translation>
        </message>
        <message>
            <source>Move the zoomed picture</source>
            <translation>Das vergrößerte Bild verschieben</translation>
        </message>
        <message>
            <source>Move them out of the scenario's folder, or give them other names</source>
            <translation>Sie aus dem Ordner des Szenarios nehmen oder umbenennen</translation>
        </message>
        <message>
            <source>My belly is jumping.</source>
            <translation>Mein Bauch zuckt.</translation>
        </message>
        <message>
            <source>My hand is twitching!</source>
            <translation>Meine Hand zuckt!</translation>
        </message>
        <message>
            <source>My head aches when I sit up.</source>
            <translation>Mein Kopf tut weh, wenn ich mich aufsetze.</translation>
        </message>
        <message>
            <source>My lips are numb and I taste metal.</source>
            <translation>Meine Lippen sind taub und ich schmecke Metall.</translation>
        </message>
        <message>
            <source>My ribs are jerking.</source>
            <translation>Meine Rippen zucken.</translation>
        </message>
        <message>
            <source>My skin burns at the needle!</source>
            <translation>Meine Haut brennt an der Nadel!</translation>
        </message>
        <message>
            <source>My skin feels sunburnt, even my shirt hurts.</source>
            <translation>Meine Haut fühlt sich wie Sonnenbrand an, sogar das Hemd tut weh.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name each finding that speaks for or against, and leave out what does not.</source>
            <translation>Nennen Sie jeden Befund dafür oder dagegen und lassen Sie den Rest weg.</translation>
        </message>
        <message>
            <source>Name files or a folder</source>
            <translation>Nennen Sie Dateien oder einen Ordner</translation>
        </message>
        <message>
            <source>Name numbness and weakness</source>
            <translation>Taubheit und Schwäche nennen</translation>
        </message>
        <message>
            <source>Name of the person</source>
            <translation>Name der Person</translation>
        </message>
        <message>
            <source>Name some of {0}</source>
            <translation>Nennen Sie einige von {0}</translation>
        </message>
        <message>
            <source>Name staff</source>
            <translation>Aufsicht</translation>
        </message>
        <message>
            <source>Name the alternatives</source>
            <translation>Die Alternativen nennen</translation>
        </message>
        <message>
            <source>Name the contrast</source>
            <translation>Das Kontrastmittelbild benennen</translation>
        </message>
        <message>
            <source>Name the pattern and act</source>
            <translation>Das Muster benennen und handeln</translation>
        </message>
        <message>
            <source>Name the pneumothorax</source>
            <translation>Den Pneumothorax nennen</translation>
        </message>
        <message>
            <source>Names that are kept too long</source>
            <translation>Namen, die zu lange aufbewahrt werden</translation>
        </message>
        <message>
            <source>Narrow limits say that two numbers can replace one another, not that either is right.</source>
            <translation>Enge Grenzen sagen, dass zwei Zahlen einander ersetzen können, nicht, dass eine davon stimmt.</translation>
        </message>
        <message>
            <source>Nearest end-on view of each treatment's needle</source>
            <translation>Achsnächste Projektion der Nadel bei jeder Behandlung</translation>
        </message>
        <message>
            <source>Nearest end-on view of the final needle</source>
            <translation>Achsnächste Projektion der endgültigen Nadel</translation>
        </message>
        <message>
            <source>Needed to be stopped or corrected more than once</source>
            <translation>Musste mehr als einmal gebremst oder korrigiert werden</translation>
        </message>
        <message>
            <source>Needle</source>
            <translation>Nadel</translation>
        </message>
        <message>
            <source>Needle decompression of the chest</source>
            <translation>Nadelentlastung der Pleura</translation>
        </message>
        <message>
            <source>Needle holder used</source>
            <translation>Nadelhalter benutzt</translation>
        </message>
        <message>
            <source>Needle left behind</source>
            <translation>Nadel zurückgelassen</translation>
        </message>
        <message>
            <source>Needle left standing</source>
            <translation>Nadel stehen gelassen</translation>
        </message>
        <message>
            <source>Needle moved</source>
            <translation>Nadel bewegt</translation>
        </message>
        <message>
            <source>Needle moved, {mm} mm deeper in all</source>
            <translation>Nadel bewegt, insgesamt {mm} mm tiefer</translation>
        </message>
        <message>
            <source>Needle out</source>
            <translation>Nadel heraus</translation>
        </message>
        <message>
            <source>Needle taken</source>
            <translation>Nadel genommen</translation>
        </message>
        <message>
            <source>Needle taken up again</source>
            <translation>Nadel wieder aufgenommen</translation>
        </message>
        <message>
            <source>Needle where none belongs</source>
            <translation>Nadel, wo keine hingehört</translation>
        </message>
        <message>
            <source>Needle {number}: {mm} deep, {tissue}</source>
            <translation>Nadel {number}: {mm} tief, {tissue}</translation>
        </message>
        <message>
            <source>Needle {number}: {model}</source>
            <translation>Nadel {number}: {model}</translation>
        </message>
        <message>
            <source>Nerve and danger structures</source>
            <translation>Nerv und Gefahrenstrukturen</translation>
        </message>
        <message>
            <source>Nerve covered by the lesion</source>
            <translation>Von der Läsion erfasster Nerv</translation>
        </message>
        <message>
            <source>Nerve numbed by the block</source>
            <translation>Von der Blockade betäubter Nerv</translation>
        </message>
        <message>
            <source>Nerve root</source>
            <translation>Nervenwurzel</translation>
        </message>
        <message>
            <source>Nerve root, ganglion</source>
            <translation>Nervenwurzel, Ganglion</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>Neue PIN</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Next part</source>
            <translation>Nächster Teil</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>Nächstes Bild</translation>
        </message>
        <message>
            <source>Next re-test</source>
            <translation>Nächster Nachtest</translation>
        </message>
        <message>
            <source>Next re-test: {drill} on {day}, in {days} days.</source>
            <translation>Nächste Nachprüfung: {drill} am {day}, in {days} Tagen.</translation>
        </message>
        <message>
            <source>Next stored picture</source>
            <translation>Nächstes gespeichertes Bild</translation>
        </message>
        <message>
            <source>Next stored view</source>
            <translation>Nächste gespeicherte Projektion</translation>
        </message>
        <message>
            <source>Next: {step}</source>
            <translation>Als Nächstes: {step}</translation>
        </message>
        <message>
            <source>No PIN was issued to {0}</source>
            <translation>Für {0} wurde keine PIN ausgegeben</translation>
        </message>
        <message>
            <source>No attempt counts yet. For practice only.</source>
            <translation>Noch zählt kein Versuch. Nur für die Übung.</translation>
        </message>
        <message>
            <source>No clinician has reviewed the content yet. What rests on memory or is a design value says so.</source>
            <translation>Klinisch geprüft ist der Inhalt noch nicht. Was auf Gedächtnis beruht oder ein Entwurfswert ist, sagt es.</translation>
        </message>
        <message>
            <source>No consent</source>
            <translation>Keine Einwilligung</translation>
        </message>
        <message>
            <source>No contrast before anaesthetic</source>
            <translation>Kein Kontrastmittel vor der Betäubung</translation>
        </message>
        <message>
            <source>No critical error.</source>
            <translation>Kein kritischer Fehler.</translation>
        </message>
        <message>
            <source>No curve is fitted below {least} attempts.</source>
            <translation>Unter {least} Versuchen wird keine Kurve angepasst.</translation>
        </message>
        <message>
            <source>No curve tells more than the mean {plateau} (AICc); spread {sd}. Band: 95 % of the mean.</source>
            <translation>Keine Kurve sagt mehr als der Mittelwert {plateau} (AICc); Streuung {sd}. Band: 95 % des Mittelwerts.</translation>
        </message>
        <message>
            <source>No cut yet: {count} cells need a mark of 0 to 100.</source>
            <translation>Noch keine Grenze: {count} Zellen brauchen eine Punktzahl von 0 bis 100.</translation>
        </message>
        <message>
            <source>No exam can be held here</source>
            <translation>Hier kann keine Prüfung gehalten werden</translation>
        </message>
        <message>
            <source>No exam can be held on {0}</source>
            <translation>Auf {0} kann keine Prüfung gehalten werden</translation>
        </message>
        <message>
            <source>No exam can be recorded in {0}</source>
            <translation>In {0} kann keine Prüfung aufgezeichnet werden</translation>
        </message>
        <message>
            <source>No exam is open in the sessions kept here.</source>
            <translation>In den Sitzungen hier ist keine Prüfung offen.</translation>
        </message>
        <message>
            <source>No expert yet: say on the page People who is one.</source>
            <translation>Noch kein Experte: Sagen Sie auf der Seite Personen, wer einer ist.</translation>
        </message>
        <message>
            <source>No final depth view</source>
            <translation>Kein letztes Tiefenbild</translation>
        </message>
        <message>
            <source>No forms were made</source>
            <translation>Es wurden keine Formen gemacht</translation>
        </message>
        <message>
            <source>No key was taken away</source>
            <translation>Es wurde kein Schlüssel weggenommen</translation>
        </message>
        <message>
            <source>No landmarks: give a label map, or place targets by hand.</source>
            <translation>Keine Landmarken: Geben Sie eine Segmentierung dazu oder setzen Sie Ziele von Hand.</translation>
        </message>
        <message>
            <source>No line is crossed: nothing can be said yet.</source>
            <translation>Keine Linie ist überschritten: Es lässt sich noch nichts sagen.</translation>
        </message>
        <message>
            <source>No longer subtracted.</source>
            <translation>Es wird nicht mehr subtrahiert.</translation>
        </message>
        <message>
            <source>No major error.</source>
            <translation>Kein schwerer Fehler.</translation>
        </message>
        <message>
            <source>No monitors</source>
            <translation>Keine Überwachung</translation>
        </message>
        <message>
            <source>No needle was in hand.</source>
            <translation>Keine Nadel war in der Hand.</translation>
        </message>
        <message>
            <source>No needle was in the patient, so your sureness cannot be judged.</source>
            <translation>Es war keine Nadel im Patienten; Ihre Sicherheit im Urteil lässt sich nicht bewerten.</translation>
        </message>
        <message>
            <source>No needle was in the patient.</source>
            <translation>Keine Nadel war im Patienten.</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <source>No picture after the electrode went in</source>
            <translation>Kein Bild nach dem Einführen der Elektrode</translation>
        </message>
        <message>
            <source>No picture before the declaration shows T12: the count had one end only.</source>
            <translation>Kein Bild vor der Festlegung zeigt T12: Gezählt wurde nur von einem Ende.</translation>
        </message>
        <message>
            <source>No picture before the declaration shows T1: the count had one end only.</source>
            <translation>Kein Bild vor der Festlegung zeigt T1: Gezählt wurde nur von einem Ende.</translation>
        </message>
        <message>
            <source>No picture had been taken yet.</source>
            <translation>Noch war kein Bild gemacht.</translation>
        </message>
        <message>
            <source>No picture shows the end plate of the level that was asked for.</source>
            <translation>Kein Bild zeigt die Deckplatte der gefragten Etage.</translation>
        </message>
        <message>
            <source>No picture shows the level that was asked for.</source>
            <translation>Kein Bild zeigt die gefragte Etage.</translation>
        </message>
        <message>
            <source>No picture shows the tip after the last move.</source>
            <translation>Kein Bild zeigt die Spitze nach der letzten Bewegung.</translation>
        </message>
        <message>
            <source>No picture yet. Hold F for the beam, S for one picture.</source>
            <translation>Noch kein Bild. F halten für Strahlung, S für ein Bild.</translation>
        </message>
        <message>
            <source>No re-test is planned: they follow mastery after 1 week, 1 month, 3 months.</source>
            <translation>Keine Nachprüfung steht an: Sie folgen der Beherrschung nach 1 Woche, 1 Monat, 3 Monaten.</translation>
        </message>
        <message>
            <source>No reference attempt ships with this scenario, so there is no expert to show.</source>
            <translation>Zu diesem Fall gibt es keinen Referenzversuch, also keinen Experten zu zeigen.</translation>
        </message>
        <message>
            <source>No reference run yet: try it, then keep the run.</source>
            <translation>Noch kein Referenzlauf: ausprobieren, dann den Lauf behalten.</translation>
        </message>
        <message>
            <source>No resit was granted</source>
            <translation>Keine Wiederholung wurde gewährt</translation>
        </message>
        <message>
            <source>No scenario was made from {0}</source>
            <translation>Aus {0} wurde kein Szenario gemacht</translation>
        </message>
        <message>
            <source>No scenario was written</source>
            <translation>Kein Szenario wurde geschrieben</translation>
        </message>
        <message>
            <source>No time-out</source>
            <translation>Kein Team-Time-out</translation>
        </message>
        <message>
            <source>No tracker answers at this address yet; it is tried again.</source>
            <translation>Unter dieser Adresse antwortet noch kein Tracker; es wird weiter versucht.</translation>
        </message>
        <message>
            <source>No warm-up</source>
            <translation>Keine Eingewöhnung</translation>
        </message>
        <message>
            <source>No, I do not feel anything.</source>
            <translation>Nein, ich spüre nichts.</translation>
        </message>
        <message>
            <source>Nobody can mark</source>
            <translation>Niemand kann bewerten</translation>
        </message>
        <message>
            <source>Nobody has marked a paper of this session yet.</source>
            <translation>Noch niemand hat eine Arbeit dieser Sitzung bewertet.</translation>
        </message>
        <message>
            <source>Nobody has two marks yet, so nobody's ability is known.</source>
            <translation>Noch niemand hat zwei Ergebnisse; so ist von niemandem das Können bekannt.</translation>
        </message>
        <message>
            <source>Nobody here has finished a drill yet.</source>
            <translation>Noch niemand hier hat eine Übung beendet.</translation>
        </message>
        <message>
            <source>Nobody is here yet: release an exam, or choose a folder of collected attempts.</source>
            <translation>Noch ist niemand da: Geben Sie eine Prüfung frei oder wählen Sie einen Ordner mit gesammelten Versuchen.</translation>
        </message>
        <message>
            <source>Nobody sits any more; seals it</source>
            <translation>Niemand legt mehr ab; versiegelt sie</translation>
        </message>
        <message>
            <source>Nobody was enrolled</source>
            <translation>Niemand wurde angemeldet</translation>
        </message>
        <message>
            <source>Nobody was erased</source>
            <translation>Niemand wurde gelöscht</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>None: the cut is provisional</source>
            <translation>Gar nicht: die Grenze ist vorläufig</translation>
        </message>
        <message>
            <source>Normal dose</source>
            <translation>Normale Dosis</translation>
        </message>
        <message>
            <source>Not connected.</source>
            <translation>Nicht verbunden.</translation>
        </message>
        <message>
            <source>Not done by then: {0}.</source>
            <translation>Bis dahin nicht getan: {0}.</translation>
        </message>
        <message>
            <source>Not done by then: {0}. Risk: {1}.</source>
            <translation>Bis dahin nicht getan: {0}. Risiko: {1}.</translation>
        </message>
        <message>
            <source>Not done yet</source>
            <translation>Noch nicht gemacht</translation>
        </message>
        <message>
            <source>Not done, or done wrongly</source>
            <translation>Nicht oder falsch gemacht</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <source>Not passed</source>
            <translation>Nicht bestanden</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>Nicht gesichert</translation>
        </message>
        <message>
            <source>Not reviewed by a clinician yet</source>
            <translation>Klinisch noch nicht geprüft</translation>
        </message>
        <message>
            <source>Not sterile</source>
            <translation>Nicht steril</translation>
        </message>
        <message>
            <source>Not this procedure</source>
            <translation>Nicht dieser Eingriff</translation>
        </message>
        <message>
            <source>Not today</source>
            <translation>Nicht heute</translation>
        </message>
        <message>
            <source>Not tried</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Not tried yet</source>
            <translation>Noch nicht versucht</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>Noch nicht</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anmerkung</translation>
        </message>
        <message>
            <source>Nothing is noted here.</source>
            <translation>Hier ist nichts vermerkt.</translation>
        </message>
        <message>
            <source>Nothing is sent anywhere: no telemetry, no network.</source>
            <translation>Nichts wird irgendwohin gesendet: keine Telemetrie, kein Netz.</translation>
        </message>
        <message>
            <source>Nothing is stored yet; keep a picture first.</source>
            <translation>Noch ist nichts gespeichert; behalten Sie zuerst ein Bild.</translation>
        </message>
        <message>
            <source>Nothing said</source>
            <translation>Nichts gesagt</translation>
        </message>
        <message>
            <source>Nothing stands out. Do it again like this.</source>
            <translation>Nichts ragt heraus. Machen Sie es wieder so.</translation>
        </message>
        <message>
            <source>Nothing to mark: no candidate's papers are sealed yet.</source>
            <translation>Nichts zu bewerten: Noch sind keine Arbeiten eines Prüflings versiegelt.</translation>
        </message>
        <message>
            <source>Nothing was declared.</source>
            <translation>Es wurde nichts festgelegt.</translation>
        </message>
        <message>
            <source>Nothing was done</source>
            <translation>Nichts wurde getan</translation>
        </message>
        <message>
            <source>Nothing was kept</source>
            <translation>Nichts wurde aufbewahrt</translation>
        </message>
        <message>
            <source>Nothing was noted</source>
            <translation>Nichts wurde vermerkt</translation>
        </message>
        <message>
            <source>Nothing was voided</source>
            <translation>Nichts wurde für ungültig erklärt</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>Nov.</translation>
        </message>
        <message>
            <source>Novice</source>
            <translation>Anfänger</translation>
        </message>
        <message>
            <source>Novices at or over it, by theory</source>
            <translation>Anfänger ab der Grenze, theoretisch</translation>
        </message>
        <message>
            <source>Novices at or over it, here</source>
            <translation>Anfänger ab der Grenze, hier</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Numb the skin</source>
            <translation>Die Haut betäuben</translation>
        </message>
        <message>
            <source>Number of changes between pushing and withdrawing, per metre of path in tissue, rounded down. Only movements count that have both a path in tissue and travel along the shaft; a change is against the one before of the same needle in hand (taking or removing one begins anew). None without such a movement. Neither slowness, sampling nor the size of the task counts: PerkTutor's Motion Smoothness grows with the time taken and bears a wrong unit (field.md 2.2, defect 5). Not validated for any input device, so rubrics give it no weight (DESIGN 9).</source>
            <translation>Zahl der Wechsel zwischen Vorschieben und Zurückziehen je Meter Weg im Gewebe, abgerundet. Nur Bewegungen zählen, die einen Weg im Gewebe und einen längs des Schafts haben; ein Wechsel gilt gegen die vorige derselben Nadel in der Hand (Nehmen oder Entfernen beginnt neu). Nichts ohne eine solche Bewegung. Weder Langsamkeit noch Abtastung noch Größe der Aufgabe zählen: PerkTutors „Motion Smoothness“ wächst mit der gebrauchten Zeit und trägt eine falsche Einheit (field.md 2.2, Mangel 5). Für kein Eingabegerät validiert, darum geben ihr die Bewertungsraster kein Gewicht (DESIGN 9).</translation>
        </message>
        <message>
            <source>Number of corrections. A correction lies between two advances, or after the last one, and counts once: as soon as the needle, its tip inside the skin, is turned by more than 1 degree from where the last advance pointed; or, where it is not, when after 1 mm or more of withdrawal in tissue it is advanced again. Steps do not matter, only their sum, and a turn is an angle of the axis: PerkTutor's counts depend on the sampling and mistake rotation for travel by the lever arm about the world's origin (field.md 2.2, defects 2 and 6).</source>
            <translation>Zahl der Korrekturen. Eine Korrektur liegt zwischen zwei Vorschüben oder nach dem letzten und zählt einmal: sobald die Nadel, ihre Spitze unter der Haut, um mehr als 1 Grad von der Richtung des letzten Vorschubs abweicht; oder, wo sie das nicht tut, wenn sie nach mindestens 1 mm Rückzug im Gewebe wieder vorgeschoben wird. Schritte zählen nicht, nur ihre Summe, und eine Drehung ist ein Winkel der Achse: PerkTutors Zählungen hängen von der Abtastung ab und verwechseln Drehung mit Weg, durch den Hebelarm um den Ursprung der Welt (field.md 2.2, Mängel 2 und 6).</translation>
        </message>
        <message>
            <source>Number of exposures that follow another one with nothing new in between and nothing being injected. New is a movement of machine, table, needle or pointer, a change on the console, of the stored view or of the hub's notch, a needle taken, left, taken up or removed, stylet or electrode put in or drawn (a picture must follow), a breath held or let go, and the beginning or end of an injection. Every pulse of a run counts, so a pedal held over a still picture does too.</source>
            <translation>Zahl der Aufnahmen, die auf eine andere folgen, ohne dass dazwischen etwas neu war und ohne dass injiziert wird. Neu ist eine Bewegung von Gerät, Tisch, Nadel oder Zeiger, eine Änderung am Pult, der gespeicherten Ansicht oder der Kerbe am Ansatz, eine genommene, stehen gelassene, wieder ergriffene oder entfernte Nadel, ein eingesetzter oder gezogener Mandrin oder eine Elektrode (danach muss ein Bild folgen), ein angehaltener oder freigegebener Atem und Beginn oder Ende einer Injektion. Jeder Puls eines Laufs zählt, also auch ein Pedal, das über einem stillen Bild gehalten wird.</translation>
        </message>
        <message>
            <source>Number of exposures while the gripped hub lay inside the collimated field.</source>
            <translation>Zahl der Aufnahmen, während der gehaltene Ansatz im eingeblendeten Feld lag.</translation>
        </message>
        <message>
            <source>Number of nerves that are no target and sleep by half or more at the peak of any injection: a block that spreads tests more than it says.</source>
            <translation>Zahl der Nerven, die kein Ziel sind und auf dem Höhepunkt einer Injektion zur Hälfte oder mehr schlafen: Eine Blockade, die sich ausbreitet, prüft mehr, als sie sagt.</translation>
        </message>
        <message>
            <source>Number of pulses that made a picture, single pictures included. Never to be marked alone: fewer pictures are no merit where the needle is unseen (DESIGN 9).</source>
            <translation>Zahl der Pulse, die ein Bild ergaben, Einzelbilder eingeschlossen. Nie allein zu bewerten: Weniger Bilder sind kein Verdienst, wo die Nadel ungesehen ist (DESIGN 9).</translation>
        </message>
        <message>
            <source>Number of times that a tip went through the skin, each settled when it happened: PerkTutor's count depends on the sampling, for a step over its band of points goes unseen (field.md 2.1).</source>
            <translation>Wie oft eine Spitze durch die Haut ging, jedes Mal festgestellt, als es geschah: PerkTutors Zählung hängt von der Abtastung ab, denn ein Schritt über sein Band von Punkten hinweg bleibt unbemerkt (field.md 2.1).</translation>
        </message>
        <message>
            <source>Numbs, warns, and stays with the patient while it is hot</source>
            <translation>Betäubt, kündigt an und bleibt bei der Patientin oder dem Patienten, solange es heiß ist</translation>
        </message>
        <message>
            <source>OBL 0.0°</source>
            <translation>OBL 0,0°</translation>
        </message>
        <message>
            <source>Observe</source>
            <translation>Beobachten</translation>
        </message>
        <message>
            <source>Observe, test nerves again</source>
            <translation>Beobachten, Nerven erneut prüfen</translation>
        </message>
        <message>
            <source>Observed in recovery</source>
            <translation>Im Aufwachraum beobachtet</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>Okt.</translation>
        </message>
        <message>
            <source>Odds ratio</source>
            <translation>Chancenverhältnis</translation>
        </message>
        <message>
            <source>Of the steps of procedure.md that the practice profile asks for, those of the case left aside: each that was missing at least once when something asked for it, and done at another time, counts its weight: critical 5, major 3, minor 1. Unsafe acts ask for steps and fulfil none.</source>
            <translation>Von den Schritten aus procedure.md, die das Praxisprofil verlangt, die des Falls beiseite: Jeder, der mindestens einmal fehlte, als etwas ihn verlangte, und zu anderer Zeit getan wurde, zählt sein Gewicht: kritisch 5, schwer 3, leicht 1. Unsichere Handlungen verlangen Schritte und erfüllen keine.</translation>
        </message>
        <message>
            <source>Off the bone.</source>
            <translation>Vom Knochen ab.</translation>
        </message>
        <message>
            <source>On bone, but {drift_um} beside the beam; 2 mm is the limit.</source>
            <translation>Auf dem Knochen, aber {drift_um} neben der Strahlachse; 2 mm sind die Grenze.</translation>
        </message>
        <message>
            <source>On bone, {drift_um} beside the beam; never more than {blind_um} unseen.</source>
            <translation>Auf dem Knochen, {drift_um} neben der Strahlachse; nie mehr als {blind_um} ungesehen.</translation>
        </message>
        <message>
            <source>On target</source>
            <translation>Am Ziel</translation>
        </message>
        <message>
            <source>On {day}; {passed} of {all} re-tests passed.</source>
            <translation>Am {day}; {passed} von {all} Nachprüfungen bestanden.</translation>
        </message>
        <message>
            <source>One judge more</source>
            <translation>Ein Gutachter mehr</translation>
        </message>
        <message>
            <source>One judge: cut {cut} of 100, no standard error.</source>
            <translation>Ein Gutachter: Grenze {cut} von 100, kein Standardfehler.</translation>
        </message>
        <message>
            <source>One line</source>
            <translation>Eine Linie</translation>
        </message>
        <message>
            <source>One minute in the room: look, square, aim, advance, prove</source>
            <translation>Eine Minute im Raum: sehen, einstellen, zielen, vorschieben, nachweisen</translation>
        </message>
        <message>
            <source>One more try at the chosen station; free where the workstation was over its limits</source>
            <translation>Noch ein Versuch an der gewählten Station; frei, wo der Platz über seinen Grenzen lag</translation>
        </message>
        <message>
            <source>One needle each: count, square, aim, prove the depth.</source>
            <translation>Je eine Nadel: zählen, einstellen, zielen, Tiefe nachweisen.</translation>
        </message>
        <message>
            <source>One pulse a second</source>
            <translation>Ein Puls je Sekunde</translation>
        </message>
        <message>
            <source>One second of 2 Hz at the chosen voltage: what moves</source>
            <translation>Eine Sekunde 2 Hz mit der gewählten Spannung: was sich bewegt</translation>
        </message>
        <message>
            <source>One second of 50 Hz at the chosen voltage: what is felt</source>
            <translation>Eine Sekunde 50 Hz mit der gewählten Spannung: was gefühlt wird</translation>
        </message>
        <message>
            <source>One single picture</source>
            <translation>Ein einzelnes Bild</translation>
        </message>
        <message>
            <source>One view hides a whole dimension: the tip can be anterior and look perfect from behind.</source>
            <translation>Ein Bild verbirgt eine ganze Dimension: die Spitze kann vorn liegen und von hinten perfekt aussehen.</translation>
        </message>
        <message>
            <source>One warm-up must hold: {left}</source>
            <translation>Zu einer Eingewöhnung gehören: {left}</translation>
        </message>
        <message>
            <source>One year</source>
            <translation>Ein Jahr</translation>
        </message>
        <message>
            <source>Ooh, it shoots round my ribs to the front!</source>
            <translation>Uh, das schießt um die Rippen nach vorn!</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open an exam</source>
            <translation>Prüfung öffnen</translation>
        </message>
        <message>
            <source>Open another file</source>
            <translation>Öffnen Sie eine andere Datei</translation>
        </message>
        <message>
            <source>Open another session</source>
            <translation>Eine andere Sitzung eröffnen</translation>
        </message>
        <message>
            <source>Open every page before you decide.</source>
            <translation>Öffnen Sie jede Seite, bevor Sie entscheiden.</translation>
        </message>
        <message>
            <source>Open it again: it then draws other levels</source>
            <translation>Öffnen Sie es noch einmal: Dann werden andere Etagen gezogen</translation>
        </message>
        <message>
            <source>Open it first</source>
            <translation>Zuerst eröffnen</translation>
        </message>
        <message>
            <source>Open it in the exam, or give its passphrase with --passphrase-file</source>
            <translation>In der Prüfung öffnen oder die Passphrase mit --passphrase-file angeben</translation>
        </message>
        <message>
            <source>Open it with a newer Rhizotomy Trainer; it is unharmed</source>
            <translation>Öffnen Sie es mit einem neueren Rhizotomy Trainer; es ist unversehrt</translation>
        </message>
        <message>
            <source>Open it with a newer Rhizotomy Trainer; the file was left as it is</source>
            <translation>Öffnen Sie es mit einem neueren Rhizotomy Trainer; die Datei blieb, wie sie war</translation>
        </message>
        <message>
            <source>Open it with the program version that its header names</source>
            <translation>Öffnen Sie es mit der Programmversion, die sein Kopf nennt</translation>
        </message>
        <message>
            <source>Open the airway</source>
            <translation>Atemwege frei machen</translation>
        </message>
        <message>
            <source>Open the case as a trainee meets it; the verdict is shown while you play</source>
            <translation>Den Fall öffnen, wie Lernende ihn antreffen; das Urteil steht dabei</translation>
        </message>
        <message>
            <source>Open the chosen drill</source>
            <translation>Die gewählte Übung öffnen</translation>
        </message>
        <message>
            <source>Open the chosen scenario</source>
            <translation>Das gewählte Szenario öffnen</translation>
        </message>
        <message>
            <source>Open the definition of an exam first.</source>
            <translation>Öffnen Sie zuerst die Definition einer Prüfung.</translation>
        </message>
        <message>
            <source>Open the definition of an exam whose stations are judged</source>
            <translation>Die Definition einer Prüfung öffnen, deren Stationen beurteilt werden</translation>
        </message>
        <message>
            <source>Open the exam instead</source>
            <translation>Stattdessen die Prüfung öffnen</translation>
        </message>
        <message>
            <source>Open the exam's file again and enter the estimates for it</source>
            <translation>Die Datei der Prüfung noch einmal öffnen und die Schätzungen für sie eintragen</translation>
        </message>
        <message>
            <source>Open the scenario again</source>
            <translation>Öffnen Sie das Szenario noch einmal</translation>
        </message>
        <message>
            <source>Open the scenario with the release it was made for, or publish a new version of it</source>
            <translation>Öffnen Sie das Szenario mit der Version, für die es gemacht wurde, oder veröffentlichen Sie eine neue Version davon</translation>
        </message>
        <message>
            <source>Open the shutters to the whole field</source>
            <translation>Die Blenden auf das ganze Feld öffnen</translation>
        </message>
        <message>
            <source>Open your queue of papers</source>
            <translation>Ihre Reihe von Arbeiten öffnen</translation>
        </message>
        <message>
            <source>Opening the attempt where it stopped</source>
            <translation>Der Versuch wird geöffnet, wo er stehen blieb</translation>
        </message>
        <message>
            <source>Opening the case</source>
            <translation>Der Fall wird geöffnet</translation>
        </message>
        <message>
            <source>Opening the case as a trainee meets it</source>
            <translation>Der Fall wird geöffnet, wie Lernende ihn antreffen</translation>
        </message>
        <message>
            <source>Opening the drill</source>
            <translation>Die Übung wird geöffnet</translation>
        </message>
        <message>
            <source>Opening the patient</source>
            <translation>Der Patient wird geöffnet</translation>
        </message>
        <message>
            <source>Opening the scenario: building the patient, then the log</source>
            <translation>Das Szenario wird geöffnet: erst der Patient, dann das Protokoll</translation>
        </message>
        <message>
            <source>Opening the session</source>
            <translation>Die Sitzung wird eröffnet</translation>
        </message>
        <message>
            <source>Opening the station</source>
            <translation>Die Station wird geöffnet</translation>
        </message>
        <message>
            <source>Opening the studio</source>
            <translation>Das Studio wird geöffnet</translation>
        </message>
        <message>
            <source>Osteophytes</source>
            <translation>Osteophyten</translation>
        </message>
        <message>
            <source>Other backs</source>
            <translation>Andere Rücken</translation>
        </message>
        <message>
            <source>Other monitor</source>
            <translation>Anderer Monitor</translation>
        </message>
        <message>
            <source>Other nerves numbed</source>
            <translation>Andere Nerven betäubt</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Outer groups: {share} at either end.</source>
            <translation>Randgruppen: {share} an jedem Ende.</translation>
        </message>
        <message>
            <source>Outside the body</source>
            <translation>Außerhalb des Körpers</translation>
        </message>
        <message>
            <source>Over the corner</source>
            <translation>Über der Ecke</translation>
        </message>
        <message>
            <source>Over the edge</source>
            <translation>Über die Kante</translation>
        </message>
        <message>
            <source>Overall rating</source>
            <translation>Gesamturteil</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Ow. That stings.</source>
            <translation>Au. Das brennt.</translation>
        </message>
        <message>
            <source>Own scenarios</source>
            <translation>Eigene Szenarien</translation>
        </message>
        <message>
            <source>Oxygen</source>
            <translation>Sauerstoff</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>PIN of {who}, shown once</source>
            <translation>PIN von {who}, einmal gezeigt</translation>
        </message>
        <message>
            <source>Pacemaker</source>
            <translation>Schrittmacher</translation>
        </message>
        <message>
            <source>Pad and cable checked</source>
            <translation>Neutralelektrode und Kabel geprüft</translation>
        </message>
        <message>
            <source>Page Down</source>
            <translation>Bild ab</translation>
        </message>
        <message>
            <source>Page Up</source>
            <translation>Bild auf</translation>
        </message>
        <message>
            <source>Pain</source>
            <translation>Schmerz</translation>
        </message>
        <message>
            <source>Pain diary is given</source>
            <translation>Schmerztagebuch ist ausgehändigt</translation>
        </message>
        <message>
            <source>Pain round the chest is the ventral ramus or the root telling you that it burns.</source>
            <translation>Schmerz um den Brustkorb sagt: Ramus ventralis oder Wurzel verbrennen.</translation>
        </message>
        <message>
            <source>Pairs of ribs</source>
            <translation>Rippenpaare</translation>
        </message>
        <message>
            <source>Paper {label}, {at} of {of}</source>
            <translation>Arbeit {label}, {at} von {of}</translation>
        </message>
        <message>
            <source>Part before</source>
            <translation>Voriger Teil</translation>
        </message>
        <message>
            <source>Particles into a vessel</source>
            <translation>Partikel in ein Gefäß</translation>
        </message>
        <message>
            <source>Pass mark {mark} of 100, without a critical error.</source>
            <translation>Bestehensgrenze {mark} von 100, ohne kritischen Fehler.</translation>
        </message>
        <message>
            <source>Pass mark, thousandths</source>
            <translation>Bestehensgrenze, Tausendstel</translation>
        </message>
        <message>
            <source>Pass or fail</source>
            <translation>Bestanden oder nicht</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>Bestanden</translation>
        </message>
        <message>
            <source>Path of the tip in tissue</source>
            <translation>Weg der Spitze im Gewebe</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Patient Orientation (0020,0020) is missing: nothing else says which side is left</source>
            <translation>Patient Orientation (0020,0020) fehlt: nichts anderes sagt, welche Seite links ist</translation>
        </message>
        <message>
            <source>Patient Orientation (0020,0020) says {0}, the landmarks say {1}</source>
            <translation>Patient Orientation (0020,0020) sagt {0}, die Landmarken sagen {1}</translation>
        </message>
        <message>
            <source>Patient Orientation {0} contradicts the view ({1})</source>
            <translation>Patient Orientation {0} widerspricht der Ansicht ({1})</translation>
        </message>
        <message>
            <source>Patient from CT, C-arm</source>
            <translation>Patient aus CT, C-Bogen</translation>
        </message>
        <message>
            <source>Patient from radiographs, stored views</source>
            <translation>Patient aus Röntgenbildern, gespeicherte Projektionen</translation>
        </message>
        <message>
            <source>Patient: {who}</source>
            <translation>Patient: {who}</translation>
        </message>
        <message>
            <source>Patient: {words}</source>
            <translation>Patient: {words}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Paused by the invigilator</source>
            <translation>Von der Aufsicht angehalten</translation>
        </message>
        <message>
            <source>Pedicle screws</source>
            <translation>Pedikelschrauben</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>People at stations, and error</source>
            <translation>Personen an Stationen, und Fehler</translation>
        </message>
        <message>
            <source>People x stations, one mark a cell; mean squares (Brennan).</source>
            <translation>Personen x Stationen, eine Punktzahl je Zelle; mittlere Quadrate (Brennan).</translation>
        </message>
        <message>
            <source>Perpendicular distance of the tip as it was left from the ray from the X-ray source through the target, of several targets the farthest. Rounded down. Depth along the ray is unknown and not judged. None where the target is known in space.</source>
            <translation>Senkrechter Abstand der Spitze, wie sie zuletzt stand, vom Strahl von der Röntgenquelle durch das Ziel, bei mehreren Zielen der größte. Abgerundet. Die Tiefe längs des Strahls ist unbekannt und wird nicht bewertet. Nichts, wo das Ziel im Raum bekannt ist.</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>PgDown</source>
            <translation>Bild ab</translation>
        </message>
        <message>
            <source>PgUp</source>
            <translation>Bild auf</translation>
        </message>
        <message>
            <source>Picture before</source>
            <translation>Voriges Bild</translation>
        </message>
        <message>
            <source>Picture saved</source>
            <translation>Bild gesichert</translation>
        </message>
        <message>
            <source>Picture {number} at {at}</source>
            <translation>Bild {number} um {at}</translation>
        </message>
        <message>
            <source>Picture {number} is kept: {role}.</source>
            <translation>Bild {number} ist behalten: {role}.</translation>
        </message>
        <message>
            <source>Picture {number}, {mode}</source>
            <translation>Bild {number}, {mode}</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Pictures larger</source>
            <translation>Bilder größer</translation>
        </message>
        <message>
            <source>Pictures smaller</source>
            <translation>Bilder kleiner</translation>
        </message>
        <message>
            <source>Pillow</source>
            <translation>Kissen</translation>
        </message>
        <message>
            <source>Placement</source>
            <translation>Platzierung</translation>
        </message>
        <message>
            <source>Plan entry and direction on the picture, so that the first advance goes where you look.</source>
            <translation>Planen Sie Einstich und Richtung auf dem Bild, damit der erste Vorschub dorthin geht, wohin Sie sehen.</translation>
        </message>
        <message>
            <source>Plan for the implant</source>
            <translation>Plan für das Implantat</translation>
        </message>
        <message>
            <source>Plaster</source>
            <translation>Pflaster</translation>
        </message>
        <message>
            <source>Plaster on the punctures</source>
            <translation>Pflaster auf die Einstiche</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Abspielen</translation>
        </message>
        <message>
            <source>Play the last run</source>
            <translation>Letzte Serie abspielen</translation>
        </message>
        <message>
            <source>Pleura</source>
            <translation>Pleura</translation>
        </message>
        <message>
            <source>Pleura, canal or foramen entered</source>
            <translation>In Pleura, Kanal oder Foramen</translation>
        </message>
        <message>
            <source>Pleural space</source>
            <translation>Pleuraspalt</translation>
        </message>
        <message>
            <source>Plunger back: air.</source>
            <translation>Kolben zurück: Luft.</translation>
        </message>
        <message>
            <source>Plunger back: blood.</source>
            <translation>Kolben zurück: Blut.</translation>
        </message>
        <message>
            <source>Plunger back: clear fluid.</source>
            <translation>Kolben zurück: klare Flüssigkeit.</translation>
        </message>
        <message>
            <source>Plunger back: nothing comes.</source>
            <translation>Kolben zurück: nichts kommt.</translation>
        </message>
        <message>
            <source>Point down</source>
            <translation>Punkt ab</translation>
        </message>
        <message>
            <source>Point left</source>
            <translation>Punkt links</translation>
        </message>
        <message>
            <source>Point right</source>
            <translation>Punkt rechts</translation>
        </message>
        <message>
            <source>Point up</source>
            <translation>Punkt auf</translation>
        </message>
        <message>
            <source>Pointer 10 mm left</source>
            <translation>Zeiger 10 mm links</translation>
        </message>
        <message>
            <source>Pointer 10 mm right</source>
            <translation>Zeiger 10 mm rechts</translation>
        </message>
        <message>
            <source>Pointer 10 mm to the feet</source>
            <translation>Zeiger 10 mm fußwärts</translation>
        </message>
        <message>
            <source>Pointer 10 mm to the head</source>
            <translation>Zeiger 10 mm kopfwärts</translation>
        </message>
        <message>
            <source>Pointer to screen left</source>
            <translation>Zeiger nach links im Bild</translation>
        </message>
        <message>
            <source>Pointer to screen right</source>
            <translation>Zeiger nach rechts im Bild</translation>
        </message>
        <message>
            <source>Pointer to skin mark</source>
            <translation>Vom Zeiger zur Hautmarke</translation>
        </message>
        <message>
            <source>Pointer to the feet</source>
            <translation>Zeiger fußwärts</translation>
        </message>
        <message>
            <source>Pointer to the head</source>
            <translation>Zeiger kopfwärts</translation>
        </message>
        <message>
            <source>Points of the checklist</source>
            <translation>Punkte der Checkliste</translation>
        </message>
        <message>
            <source>Points talked over before consent</source>
            <translation>Vor der Einwilligung besprochene Punkte</translation>
        </message>
        <message>
            <source>Poor</source>
            <translation>Schwach</translation>
        </message>
        <message>
            <source>Power curve</source>
            <translation>Potenzkurve</translation>
        </message>
        <message>
            <source>Practice aids: where the target lies, the next step, a pause; an aided attempt counts in no curve</source>
            <translation>Übungshilfen: wo das Ziel liegt, der nächste Schritt, eine Pause; ein Versuch mit Hilfe zählt in keiner Kurve</translation>
        </message>
        <message>
            <source>Practice at this computer</source>
            <translation>Übung an diesem Rechner</translation>
        </message>
        <message>
            <source>Practice profile</source>
            <translation>Praxisprofil</translation>
        </message>
        <message>
            <source>Practice profile: {title}</source>
            <translation>Vorgehensprofil: {title}</translation>
        </message>
        <message>
            <source>Practice, first time at each case</source>
            <translation>Übung, je Fall das erste Mal</translation>
        </message>
        <message>
            <source>Press on the puncture</source>
            <translation>Auf den Einstich drücken</translation>
        </message>
        <message>
            <source>Press the hub in the bedside view</source>
            <translation>Den Ansatz in der Tischansicht drücken</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Mängel</translation>
        </message>
        <message>
            <source>Procedure note is written</source>
            <translation>Eingriffsbericht ist geschrieben</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Proves the depth in a second view before the tip is called in place</source>
            <translation>Belegt die Tiefe in einer zweiten Ansicht, bevor die Spitze als richtig gilt</translation>
        </message>
        <message>
            <source>Provisional, not for decisions.</source>
            <translation>Vorläufig, nicht für Entscheidungen.</translation>
        </message>
        <message>
            <source>Pseudonym</source>
            <translation>Pseudonym</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Veröffentlichen</translation>
        </message>
        <message>
            <source>Publish it as version {0}</source>
            <translation>Veröffentlichen Sie ihn als Version {0}</translation>
        </message>
        <message>
            <source>Pulse</source>
            <translation>Puls</translation>
        </message>
        <message>
            <source>Push the gripped needle 0.2 mm (also Ctrl+wheel)</source>
            <translation>Die gegriffene Nadel 0,2 mm vorschieben (auch Strg+Rad)</translation>
        </message>
        <message>
            <source>Push the gripped needle 1 mm (also wheel down)</source>
            <translation>Die gegriffene Nadel 1 mm vorschieben (auch Rad abwärts)</translation>
        </message>
        <message>
            <source>Put a copy in its place, or remove the file</source>
            <translation>Eine Kopie an ihre Stelle legen oder die Datei entfernen</translation>
        </message>
        <message>
            <source>Put it back from where it was kept, or replace the key</source>
            <translation>Legen Sie ihn von seinem Aufbewahrungsort zurück, oder ersetzen Sie den Schlüssel</translation>
        </message>
        <message>
            <source>Put it beside the scenario, or get the whole scenario again</source>
            <translation>Legen Sie es neben das Szenario, oder holen Sie das ganze Szenario neu</translation>
        </message>
        <message>
            <source>Put it into {0}, or keep the password in a .pgpass file</source>
            <translation>Setzen Sie sie in {0}, oder bewahren Sie das Passwort in einer Datei .pgpass auf</translation>
        </message>
        <message>
            <source>Put its folder, with {0} and the files it names, into {1}</source>
            <translation>Legen Sie seinen Ordner mit {0} und den genannten Dateien in {1}</translation>
        </message>
        <message>
            <source>Put the case into your library, where nothing hinders it</source>
            <translation>Den Fall in Ihre Bibliothek stellen, wenn nichts im Weg steht</translation>
        </message>
        <message>
            <source>Put the electrode into the cannula; again: draw it</source>
            <translation>Die Elektrode in die Kanüle stecken; nochmals: ziehen</translation>
        </message>
        <message>
            <source>Put the pad flat on well-perfused muscle, and keep the active tip deep under thin skin.</source>
            <translation>Legen Sie die Elektrode flach auf gut durchbluteten Muskel und halten Sie die aktive Spitze unter dünner Haut tief.</translation>
        </message>
        <message>
            <source>Put the tip on the corner in the working view, then check it from the side before you stop.</source>
            <translation>Setzen Sie die Spitze im Arbeitsbild an die Ecke und prüfen Sie von der Seite, bevor Sie aufhören.</translation>
        </message>
        <message>
            <source>Put the tip on the corner, watch the contrast cover it, then inject.</source>
            <translation>Setzen Sie die Spitze an die Ecke, sehen Sie das Kontrastmittel sie bedecken, dann spritzen Sie.</translation>
        </message>
        <message>
            <source>Put tools down</source>
            <translation>Werkzeuge weglegen</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>REFERENCE</source>
            <translation>REFERENZ</translation>
        </message>
        <message>
            <source>RETURN PAD</source>
            <translation>NEUTRALELEKTRODE</translation>
        </message>
        <message>
            <source>RF</source>
            <translation>RF</translation>
        </message>
        <message>
            <source>Radiation</source>
            <translation>Strahlung</translation>
        </message>
        <message>
            <source>Radiation mark</source>
            <translation>Strahlung (Punkte)</translation>
        </message>
        <message>
            <source>Radiofrequency near an implant can pace, inhibit or reset it.</source>
            <translation>Radiofrequenz nahe einem Implantat kann es stimulieren, hemmen oder zurücksetzen.</translation>
        </message>
        <message>
            <source>Ranking</source>
            <translation>Rangfolge</translation>
        </message>
        <message>
            <source>Raters less automatic score (Bland and Altman): bias</source>
            <translation>Bewertende minus Programm (Bland-Altman): Verschiebung</translation>
        </message>
        <message>
            <source>Raters less automatic score: {name}</source>
            <translation>Bewertende minus Programm: {name}</translation>
        </message>
        <message>
            <source>Raters: {raters}. {complete} papers marked by all of them, {left} left out of the ICC. Intervals of 95 %. Points in thousandths.</source>
            <translation>Bewertende: {raters}. {complete} Arbeiten haben alle bewertet, {left} fehlen im ICC. 95-%-Bereiche. Punkte in Tausendsteln.</translation>
        </message>
        <message>
            <source>Re-test</source>
            <translation>Nachprüfung</translation>
        </message>
        <message>
            <source>Re-test now: {drill}, due since {day}.</source>
            <translation>Jetzt nachprüfen: {drill}, fällig seit {day}.</translation>
        </message>
        <message>
            <source>Re-tests due</source>
            <translation>Nachtests fällig</translation>
        </message>
        <message>
            <source>Re-tests passed</source>
            <translation>Nachtests bestanden</translation>
        </message>
        <message>
            <source>Reach the limit</source>
            <translation>Erreichen die Grenze</translation>
        </message>
        <message>
            <source>Read about implants</source>
            <translation>Über Implantate lesen</translation>
        </message>
        <message>
            <source>Read every page of the file, name your reasons, and hold them against the stated policy.</source>
            <translation>Lesen Sie jede Seite der Akte, nennen Sie Ihre Gründe und halten Sie sie gegen die genannte Regel.</translation>
        </message>
        <message>
            <source>Read settings aloud against the policy before you press.</source>
            <translation>Lesen Sie die Einstellungen laut gegen die Regel, bevor Sie drücken.</translation>
        </message>
        <message>
            <source>Read stimulation and generator</source>
            <translation>Stimulation und Generator lesen</translation>
        </message>
        <message>
            <source>Read the allergies</source>
            <translation>Die Allergien lesen</translation>
        </message>
        <message>
            <source>Read the answers and the panel. Heat here, move the needle, or stop the heat?</source>
            <translation>Lesen Sie Antworten und Anzeige. Hier heizen, die Nadel bewegen oder die Hitze stoppen?</translation>
        </message>
        <message>
            <source>Read the block diary</source>
            <translation>Das Blockadentagebuch lesen</translation>
        </message>
        <message>
            <source>Read the examination</source>
            <translation>Die Untersuchung lesen</translation>
        </message>
        <message>
            <source>Read the history</source>
            <translation>Die Anamnese lesen</translation>
        </message>
        <message>
            <source>Read the imaging</source>
            <translation>Die Bildgebung lesen</translation>
        </message>
        <message>
            <source>Read the medication</source>
            <translation>Die Medikamente lesen</translation>
        </message>
        <message>
            <source>Read volume and agent aloud against the policy before you push.</source>
            <translation>Lesen Sie Menge und Mittel laut gegen die Regel, bevor Sie spritzen.</translation>
        </message>
        <message>
            <source>Reading everybody's attempts</source>
            <translation>Die Versuche aller werden gelesen</translation>
        </message>
        <message>
            <source>Reading the library</source>
            <translation>Die Bibliothek wird gelesen</translation>
        </message>
        <message>
            <source>Reading the papers</source>
            <translation>Die Arbeiten werden gelesen</translation>
        </message>
        <message>
            <source>Reading the scenarios</source>
            <translation>Die Szenarien werden gelesen</translation>
        </message>
        <message>
            <source>Reading the session</source>
            <translation>Die Sitzung wird gelesen</translation>
        </message>
        <message>
            <source>Reading the sessions</source>
            <translation>Die Sitzungen werden gelesen</translation>
        </message>
        <message>
            <source>Reading your attempts</source>
            <translation>Ihre Versuche werden gelesen</translation>
        </message>
        <message>
            <source>Reads what speaks for and against, and tells the patient what a decision needs</source>
            <translation>Liest, was dafür und dagegen spricht, und sagt der Patientin oder dem Patienten, was eine Entscheidung braucht</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Reason written down</source>
            <translation>Grund aufgeschrieben</translation>
        </message>
        <message>
            <source>Reasons for the decision</source>
            <translation>Gründe für die Entscheidung</translation>
        </message>
        <message>
            <source>Reasons given that the story requires, less those it calls wrong, not under 0, as a share of those it requires; 0 where the decision is wrong.</source>
            <translation>Genannte Gründe, die die Geschichte verlangt, abzüglich derer, die sie falsch nennt, nicht unter 0, als Anteil der verlangten; 0, wo die Entscheidung falsch ist.</translation>
        </message>
        <message>
            <source>Reasons given that the story requires, less those it calls wrong, not under 0; none count where the decision is wrong, so luck and lists of every reason earn nothing.</source>
            <translation>Genannte Gründe, die die Geschichte verlangt, abzüglich derer, die sie falsch nennt, nicht unter 0; keiner zählt, wo die Entscheidung falsch ist, damit weder Glück noch eine Liste aller Gründe etwas einbringt.</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Quittung</translation>
        </message>
        <message>
            <source>Receipt of the session: {receipt}</source>
            <translation>Quittung der Sitzung: {receipt}</translation>
        </message>
        <message>
            <source>Receipt of {who}</source>
            <translation>Quittung von {who}</translation>
        </message>
        <message>
            <source>Receipts and whatever was released</source>
            <translation>Quittungen und was freigegeben ist</translation>
        </message>
        <message>
            <source>Receptor 10 mm away from the patient</source>
            <translation>Empfänger 10 mm vom Patienten weg</translation>
        </message>
        <message>
            <source>Receptor 10 mm toward the patient</source>
            <translation>Empfänger 10 mm zum Patienten</translation>
        </message>
        <message>
            <source>Receptor 5° to screen left</source>
            <translation>Empfänger 5° nach links im Bild</translation>
        </message>
        <message>
            <source>Receptor 5° to screen right</source>
            <translation>Empfänger 5° nach rechts im Bild</translation>
        </message>
        <message>
            <source>Receptor 5° to the feet</source>
            <translation>Empfänger 5° fußwärts</translation>
        </message>
        <message>
            <source>Receptor 5° to the head</source>
            <translation>Empfänger 5° kopfwärts</translation>
        </message>
        <message>
            <source>Receptor away</source>
            <translation>Empfänger weg</translation>
        </message>
        <message>
            <source>Receptor nearer</source>
            <translation>Empfänger näher</translation>
        </message>
        <message>
            <source>Receptor to screen left</source>
            <translation>Empfänger nach links im Bild</translation>
        </message>
        <message>
            <source>Receptor to screen right</source>
            <translation>Empfänger nach rechts im Bild</translation>
        </message>
        <message>
            <source>Receptor to the feet</source>
            <translation>Empfänger fußwärts</translation>
        </message>
        <message>
            <source>Receptor to the head</source>
            <translation>Empfänger kopfwärts</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Gesichert</translation>
        </message>
        <message>
            <source>Recording has stopped</source>
            <translation>Die Aufzeichnung hat angehalten</translation>
        </message>
        <message>
            <source>Records cannot be kept in {0}</source>
            <translation>In {0} können keine Aufzeichnungen aufbewahrt werden</translation>
        </message>
        <message>
            <source>Redirections in tissue</source>
            <translation>Richtungswechsel im Gewebe</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation>Wiederholen: {what}</translation>
        </message>
        <message>
            <source>Reference air kerma</source>
            <translation>Referenz-Luftkerma</translation>
        </message>
        <message>
            <source>Reference apart</source>
            <translation>Referenz lösen</translation>
        </message>
        <message>
            <source>Referral</source>
            <translation>Überweisung</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>Freigegeben</translation>
        </message>
        <message>
            <source>Relief, %</source>
            <translation>Besserung, %</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ziehen</translation>
        </message>
        <message>
            <source>Replace it by a new one if it has to change</source>
            <translation>Ersetzen Sie ihn durch einen neuen, wenn er sich ändern muss</translation>
        </message>
        <message>
            <source>Replace the key</source>
            <translation>Ersetzen Sie den Schlüssel</translation>
        </message>
        <message>
            <source>Replace the key; a copy may be elsewhere</source>
            <translation>Ersetzen Sie den Schlüssel; eine Kopie kann anderswo liegen</translation>
        </message>
        <message>
            <source>Replay it as pictures instead</source>
            <translation>Spielen Sie es stattdessen als Bilder ab</translation>
        </message>
        <message>
            <source>Replay the pictures of the last run; again: pause; Esc ends</source>
            <translation>Die Bilder der letzten Serie abspielen; nochmals: Pause; Esc beendet</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Report of the session</source>
            <translation>Bericht der Sitzung</translation>
        </message>
        <message>
            <source>Rest correlation</source>
            <translation>Trennschärfe</translation>
        </message>
        <message>
            <source>Restore its folder from a copy, or discard it</source>
            <translation>Stellen Sie den Ordner aus einer Kopie her oder verwerfen Sie ihn</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Resuscitate</source>
            <translation>Reanimieren</translation>
        </message>
        <message>
            <source>Retry from here</source>
            <translation>Von hier noch einmal</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Return pad</source>
            <translation>Neutralelektrode</translation>
        </message>
        <message>
            <source>Return pad on a good site</source>
            <translation>Neutralelektrode an guter Stelle</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>Auflösen</translation>
        </message>
        <message>
            <source>Reversals for each metre in tissue</source>
            <translation>Umkehrungen je Meter im Gewebe</translation>
        </message>
        <message>
            <source>Reverse the sedation</source>
            <translation>Sedierung aufheben</translation>
        </message>
        <message>
            <source>Reviewed by {who}</source>
            <translation>Geprüft von {who}</translation>
        </message>
        <message>
            <source>Rhizotomies</source>
            <translation>Rhizotomien</translation>
        </message>
        <message>
            <source>Rhizotomy</source>
            <translation>Rhizotomie</translation>
        </message>
        <message>
            <source>Rhizotomy Trainer</source>
            <translation>Rhizotomy Trainer</translation>
        </message>
        <message>
            <source>Rhizotomy Trainer is free software under the Apache License 2.0. It uses:</source>
            <translation>Rhizotomy Trainer ist freie Software unter der Apache-Lizenz 2.0. Er verwendet:</translation>
        </message>
        <message>
            <source>Rhizotomy Trainer record anchor 1</source>
            <translation>Rhizotomy Trainer record anchor 1</translation>
        </message>
        <message>
            <source>Ribs too many and too few, thin skin, thin bone, thick fat, a curve.</source>
            <translation>Rippen zu viel und zu wenig, dünne Haut, dünner Knochen, dickes Fett, eine Krümmung.</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Rechts</translation>
        </message>
        <message>
            <source>Right bumper</source>
            <translation>Rechte Schultertaste</translation>
        </message>
        <message>
            <source>Right drag on a monitor</source>
            <translation>Rechts auf einem Monitor ziehen</translation>
        </message>
        <message>
            <source>Right drag: window and level</source>
            <translation>Rechts ziehen: Fenster und Lage</translation>
        </message>
        <message>
            <source>Right drag: zoom; free left drag: window and level</source>
            <translation>Rechts ziehen: vergrößern; frei links ziehen: Fenster und Lage</translation>
        </message>
        <message>
            <source>Right stick</source>
            <translation>Rechter Stick</translation>
        </message>
        <message>
            <source>Right stick pressed</source>
            <translation>Rechter Stick gedrückt</translation>
        </message>
        <message>
            <source>Right trigger</source>
            <translation>Rechter Abzug</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Raum</translation>
        </message>
        <message>
            <source>Roots, ventral rami</source>
            <translation>Wurzeln, Rami ventrales</translation>
        </message>
        <message>
            <source>Ropivacaine 0.2 %</source>
            <translation>Ropivacain 0,2 %</translation>
        </message>
        <message>
            <source>Rotate left</source>
            <translation>Links drehen</translation>
        </message>
        <message>
            <source>Rotate right</source>
            <translation>Rechts drehen</translation>
        </message>
        <message>
            <source>Rubric</source>
            <translation>Bewertungsraster</translation>
        </message>
        <message>
            <source>Rubric: {title}</source>
            <translation>Raster: {title}</translation>
        </message>
        <message>
            <source>Run 'records restore' with the newest backup, then 'records rebuild'</source>
            <translation>Führen Sie 'records restore' mit der neuesten Sicherung aus, dann 'records rebuild'</translation>
        </message>
        <message>
            <source>Run: one back</source>
            <translation>Serie: eins zurück</translation>
        </message>
        <message>
            <source>Run: one on</source>
            <translation>Serie: eins weiter</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>S2</source>
            <translation>S2</translation>
        </message>
        <message>
            <source>SID {0} mm is less than this machine's {1} mm</source>
            <translation>Ein SID von {0} mm ist kleiner als die {1} mm dieses Geräts</translation>
        </message>
        <message>
            <source>SIMULATION</source>
            <translation>SIMULATION</translation>
        </message>
        <message>
            <source>SIMULATION - NOT A PATIENT</source>
            <translation>SIMULATION - KEIN PATIENT</translation>
        </message>
        <message>
            <source>SQLite finds: {0}</source>
            <translation>SQLite findet: {0}</translation>
        </message>
        <message>
            <source>STOPPED: {fault}   {ohm} ohm</source>
            <translation>GESTOPPT: {fault}   {ohm} Ohm</translation>
        </message>
        <message>
            <source>STORED</source>
            <translation>GESPEICHERT</translation>
        </message>
        <message>
            <source>SUBTRACTED  EXP {number} - {mask}</source>
            <translation>SUBTRAHIERT  AUFN {number} - {mask}</translation>
        </message>
        <message>
            <source>Safety of process</source>
            <translation>Sicherheit des Vorgehens</translation>
        </message>
        <message>
            <source>Safety of the process</source>
            <translation>Sicherheit des Vorgehens</translation>
        </message>
        <message>
            <source>Sagittal</source>
            <translation>Sagittal</translation>
        </message>
        <message>
            <source>Saline lifts the skin off the electrode</source>
            <translation>Kochsalz hebt die Haut von der Elektrode ab</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Samstag</translation>
        </message>
        <message>
            <source>Save PNG and JPEG anew without texts, camera data and captions; make DICOM pictures by 'import radiograph FILE --pictures FOLDER', which keeps the picture alone</source>
            <translation>Speichern Sie PNG und JPEG neu ohne Texte, Kameradaten und Bildtexte; DICOM-Bilder macht 'import radiograph DATEI --pictures ORDNER', es behält nur das Bild</translation>
        </message>
        <message>
            <source>Save it anew without texts, camera data and captions</source>
            <translation>Speichern Sie es neu, ohne Texte, Kameradaten und Beschriftungen</translation>
        </message>
        <message>
            <source>Save it as CSV, UTF-8</source>
            <translation>Speichern Sie sie als CSV, UTF-8</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <source>Save them anew without texts, camera data and captions</source>
            <translation>Speichern Sie sie neu, ohne Texte, Kameradaten und Bildunterschriften</translation>
        </message>
        <message>
            <source>Saved {minutes} min ago</source>
            <translation>Gesichert vor {minutes} min</translation>
        </message>
        <message>
            <source>Saved {seconds} s ago</source>
            <translation>Gesichert vor {seconds} s</translation>
        </message>
        <message>
            <source>Saving ...</source>
            <translation>Wird gesichert ...</translation>
        </message>
        <message>
            <source>Say aim, alternatives, chance and each risk in plain words before the signature.</source>
            <translation>Sagen Sie Ziel, Alternativen, Aussicht und jedes Risiko in klaren Worten vor der Unterschrift.</translation>
        </message>
        <message>
            <source>Say examiner or invigilator</source>
            <translation>examiner oder invigilator angeben</translation>
        </message>
        <message>
            <source>Say how</source>
            <translation>Sagen, wie</translation>
        </message>
        <message>
            <source>Say how weak the evidence is</source>
            <translation>Sagen, wie schwach die Evidenz ist</translation>
        </message>
        <message>
            <source>Say stop whenever something is wrong.</source>
            <translation>Sagen Sie jederzeit Stopp, wenn etwas nicht stimmt.</translation>
        </message>
        <message>
            <source>Say that the chosen level and side is the one in the last picture</source>
            <translation>Sagen, dass gewählte Etage und Seite die im letzten Bild sind</translation>
        </message>
        <message>
            <source>Say that the task is done; asks once</source>
            <translation>Sagen, dass die Aufgabe fertig ist; fragt einmal nach</translation>
        </message>
        <message>
            <source>Say the view's angles, or the orientation</source>
            <translation>Geben Sie die Winkel der Ansicht oder die Ausrichtung an</translation>
        </message>
        <message>
            <source>Say where rows and columns run, e.g. "R/F" for a picture from behind</source>
            <translation>Sagen Sie, wohin Zeilen und Spalten laufen, z. B. "R/F" für ein Bild von hinten</translation>
        </message>
        <message>
            <source>Say why, in a few words</source>
            <translation>In wenigen Worten sagen, warum</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>Sagen Sie, warum.</translation>
        </message>
        <message>
            <source>Saying first where the tip is trains the eye; it costs no mark.</source>
            <translation>Zuerst zu sagen, wo die Spitze ist, übt das Auge; es kostet keine Punkte.</translation>
        </message>
        <message>
            <source>Scatter at the operator</source>
            <translation>Streustrahlung am Operateur</translation>
        </message>
        <message>
            <source>Scoliosis</source>
            <translation>Skoliose</translation>
        </message>
        <message>
            <source>Scoring</source>
            <translation>Es wird bewertet</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>Versiegeln</translation>
        </message>
        <message>
            <source>Seal the candidate's stations under one signed root</source>
            <translation>Die Stationen des Prüflings unter einer signierten Wurzel versiegeln</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>Versiegelt</translation>
        </message>
        <message>
            <source>Sealed, withheld</source>
            <translation>Versiegelt, zurückgehalten</translation>
        </message>
        <message>
            <source>Second examiner</source>
            <translation>Zweite prüfende Person</translation>
        </message>
        <message>
            <source>Second group</source>
            <translation>Zweite Gruppe</translation>
        </message>
        <message>
            <source>Second-hand</source>
            <translation>aus zweiter Hand</translation>
        </message>
        <message>
            <source>Sedate as little as the policy allows, and keep talking with the patient.</source>
            <translation>Sedieren Sie so wenig wie erlaubt und bleiben Sie mit dem Patienten im Gespräch.</translation>
        </message>
        <message>
            <source>Sedated too deeply to report</source>
            <translation>Zu tief sediert, um sich zu melden</translation>
        </message>
        <message>
            <source>Sedation</source>
            <translation>Sedierung</translation>
        </message>
        <message>
            <source>Sedation was {0}; {1} allows {2}.</source>
            <translation>Die Sedierung war {0}; {1} erlaubt {2}.</translation>
        </message>
        <message>
            <source>See 'scenario list' for the ids</source>
            <translation>Die Kennungen zeigt 'scenario list'</translation>
        </message>
        <message>
            <source>See --help and `scenario show`</source>
            <translation>Siehe --help und `scenario show`</translation>
        </message>
        <message>
            <source>See a picture</source>
            <translation>Bild ansehen</translation>
        </message>
        <message>
            <source>See the superolateral corner of the transverse process</source>
            <translation>Die obere äußere Ecke des Querfortsatzes sehen</translation>
        </message>
        <message>
            <source>Sees when the tip leaves its way, stops, and corrects before going on</source>
            <translation>Sieht, wenn die Spitze vom Weg abkommt, hält an und korrigiert, bevor es weitergeht</translation>
        </message>
        <message>
            <source>Send what is released with --session {0}</source>
            <translation>Senden Sie, was freigegeben ist, mit --session {0}</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>Sept.</translation>
        </message>
        <message>
            <source>Set measuring point</source>
            <translation>Messpunkt setzen</translation>
        </message>
        <message>
            <source>Set the limit of one again</source>
            <translation>Setzen Sie die Frist einer Station neu</translation>
        </message>
        <message>
            <source>Set the measuring point where its cross is</source>
            <translation>Den Messpunkt setzen, wo sein Kreuz ist</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Einstellung</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Settings, Folders deletes them.</source>
            <translation>Einstellungen, Ordner löscht sie.</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Share of a target nerve's stretch on its bone that lies in the dead volume of one lesion, as settled when the lesion ended (the best of the accepted conventions); of each target the best lesion, of several targets the least. 0 where no lesion left anything dead, so pulsed current earns nothing.</source>
            <translation>Anteil der Strecke eines Zielnervs auf seinem Knochen, der im toten Volumen einer Läsion liegt, wie es beim Ende der Läsion feststand (die beste der anerkannten Konventionen); je Ziel die beste Läsion, bei mehreren Zielen der kleinste Wert. 0, wo keine Läsion etwas Totes hinterließ; gepulster Strom bringt also nichts ein.</translation>
        </message>
        <message>
            <source>Share of the anaesthetic injections whose volume lies within the practice profile's. None without one.</source>
            <translation>Anteil der Injektionen von Lokalanästhetikum, deren Volumen im Rahmen des Praxisprofils liegt. Nichts ohne eine.</translation>
        </message>
        <message>
            <source>Share of the complications that showed and were ended by the right responses before they passed, worsened or the attempt ended; 1000 where none showed.</source>
            <translation>Anteil der Komplikationen, die sich zeigten und durch die rechten Maßnahmen beendet wurden, ehe sie vergingen, schlimmer wurden oder der Versuch endete; 1000, wo sich keine zeigte.</translation>
        </message>
        <message>
            <source>Share of the length of the header's nerve polyline (all of it, far beyond the bone) that lies inside the union of the lesions' dead ellipsoids; of several targets the least. A second opinion on nerve_covered_permille from geometry alone: each crossing of a segment with an ellipsoid is the root of an integer quadratic, good to a millionth of the segment.</source>
            <translation>Anteil der Länge der Nervenlinie im Kopf des Protokolls (der ganzen, weit über den Knochen hinaus), der in der Vereinigung der toten Ellipsoide der Läsionen liegt; bei mehreren Zielen der kleinste. Eine zweite Meinung zu nerve_covered_permille aus der Geometrie allein: jeder Schnitt eines Stücks mit einem Ellipsoid ist die Wurzel einer ganzzahligen quadratischen Gleichung, auf ein Millionstel des Stücks genau.</translation>
        </message>
        <message>
            <source>Share of the lesions before which, since the needle was last aimed by hand, anaesthetic was injected, in all within the practice profile's volume. None without a lesion.</source>
            <translation>Anteil der Läsionen, vor denen, seit die Nadel zuletzt von Hand ausgerichtet wurde, ein Lokalanästhetikum injiziert wurde, insgesamt im Volumen des Praxisprofils. Nichts ohne Läsion.</translation>
        </message>
        <message>
            <source>Share of the lesions before which, since the needle was last aimed by hand: the known feeling in the back came at 50 Hz at or under the profile's cut-off, and the last test at 2 Hz of at least the profile's least voltage moved neither chest, belly, limb nor legs; each only where the profile asks for it. An absent twitch is accepted unless the profile wants one. None without a lesion.</source>
            <translation>Anteil der Läsionen, vor denen, seit die Nadel zuletzt von Hand ausgerichtet wurde: bei 50 Hz an oder unter der Grenze des Profils das bekannte Gefühl im Rücken kam, und die letzte Prüfung bei 2 Hz mit mindestens der kleinsten Spannung des Profils weder Brust, Bauch, Arm noch Beine bewegte; jedes nur, wo das Profil es verlangt. Eine fehlende Zuckung gilt, sofern das Profil keine will. Nichts ohne Läsion.</translation>
        </message>
        <message>
            <source>Share of the lesions that ran to their end in a mode that ablates, at a temperature and for a time within the practice profile's. None without a lesion.</source>
            <translation>Anteil der Läsionen, die in einer abladierenden Betriebsart bis zum Ende liefen, mit Temperatur und Dauer im Rahmen des Praxisprofils. Nichts ohne Läsion.</translation>
        </message>
        <message>
            <source>Share of the pages of the case file that were opened before the case was first decided.</source>
            <translation>Anteil der Seiten der Fallakte, die geöffnet wurden, ehe zum ersten Mal über den Fall entschieden wurde.</translation>
        </message>
        <message>
            <source>Share of the points that the story needs which were talked over before consent was signed, before the first puncture, or, where neither came, by the end.</source>
            <translation>Anteil der Punkte, die die Geschichte braucht, über die gesprochen wurde, ehe die Einwilligung unterschrieben wurde, vor der ersten Punktion oder, wo beides nicht kam, bis zum Ende.</translation>
        </message>
        <message>
            <source>Share of the targets whose point lies inside a drop of an injected anaesthetic that stays where it is (what a vessel washes away does not count). Every target is asked: PerkTutor's Targets Scanned stops at the first one outside (field.md 2.2, defect 7).</source>
            <translation>Anteil der Ziele, deren Punkt in einem Tropfen eines injizierten Lokalanästhetikums liegt, der bleibt, wo er ist (was ein Gefäß fortspült, zählt nicht). Jedes Ziel wird gefragt: PerkTutors „Targets Scanned“ hört beim ersten außerhalb auf (field.md 2.2, Mangel 7).</translation>
        </message>
        <message>
            <source>Share of the treatments (anaesthetic injections of a block, lesions, the needle left of a placement) before which, since that needle was taken, an exposure served the scenario's working role with the tip in its field. None without a treatment.</source>
            <translation>Anteil der Behandlungen (Lokalanästhetikum einer Blockade, Läsionen, die verbliebene Nadel einer Platzierung), vor denen, seit diese Nadel genommen wurde, eine Aufnahme mit der Spitze im Feld der Arbeitsansicht des Szenarios genügte. Nichts ohne Behandlung.</translation>
        </message>
        <message>
            <source>Share of the treatments before which an exposure served the scenario's depth role, with the tip in its field, after the needle last went anywhere else; a slip while the electrode was changed counts as going. None without a treatment.</source>
            <translation>Anteil der Behandlungen, vor denen eine Aufnahme mit der Spitze im Feld der Tiefenansicht des Szenarios genügte, nachdem die Nadel zuletzt an einen anderen Ort kam; ein Rutschen beim Wechsel der Elektrode zählt dazu. Nichts ohne Behandlung.</translation>
        </message>
        <message>
            <source>Share of the treatments before which, since that needle was taken, an exposure with the tip in its field had its central ray within 5 degrees of the shaft as it then pointed. None without a treatment.</source>
            <translation>Anteil der Behandlungen, vor denen, seit diese Nadel genommen wurde, der Zentralstrahl einer Aufnahme mit der Spitze im Feld auf 5 Grad am Schaft lag, wie er da zeigte. Nichts ohne Behandlung.</translation>
        </message>
        <message>
            <source>Share records by a PostgreSQL, or by the permissions of the folder</source>
            <translation>Teilen Sie Aufzeichnungen über ein PostgreSQL, oder über die Rechte des Ordners</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Umschalt</translation>
        </message>
        <message>
            <source>Shift and arrow left to the side view, then F: a second view proves the depth.</source>
            <translation>Umschalt und Pfeil links bis zur Seitansicht, dann F: Eine zweite Projektion beweist die Tiefe.</translation>
        </message>
        <message>
            <source>Short of it</source>
            <translation>Davor</translation>
        </message>
        <message>
            <source>Show less of the patient, larger (also the wheel)</source>
            <translation>Weniger vom Patienten zeigen, größer (auch das Rad)</translation>
        </message>
        <message>
            <source>Show more of the patient (also the wheel)</source>
            <translation>Mehr vom Patienten zeigen (auch das Rad)</translation>
        </message>
        <message>
            <source>Show the depth at {level}: {view}. Stand at the receptor's side while you expose.</source>
            <translation>Zeigen Sie die Tiefe bei {level}: {view}. Stehen Sie bei der Aufnahme an der Empfängerseite.</translation>
        </message>
        <message>
            <source>Side button of the mouse, back</source>
            <translation>Seitentaste der Maus, zurück</translation>
        </message>
        <message>
            <source>Side button of the mouse, forward</source>
            <translation>Seitentaste der Maus, vor</translation>
        </message>
        <message>
            <source>Sign off</source>
            <translation>Unterschreiben</translation>
        </message>
        <message>
            <source>Sign on</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Sign your mark and go on to the next paper; it cannot be undone</source>
            <translation>Ihre Bewertung unterschreiben und zur nächsten Arbeit gehen; das lässt sich nicht zurücknehmen</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Anwesend</translation>
        </message>
        <message>
            <source>Signed in, waits for the invigilator</source>
            <translation>Angemeldet, wartet auf die Aufsicht</translation>
        </message>
        <message>
            <source>Signing cannot be undone.</source>
            <translation>Eine Unterschrift lässt sich nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>Silence the five-minute signal; the beam's time goes on counting</source>
            <translation>Das Fünf-Minuten-Signal abstellen; die Strahlzeit zählt weiter</translation>
        </message>
        <message>
            <source>Simulated</source>
            <translation>Simuliert</translation>
        </message>
        <message>
            <source>Simulated, uncalibrated dose: fluoroscopy time {minutes:.1f} minutes, {count} exposures, reference air kerma {kerma:.2f} mGy, kerma-area product {kap}, operator without apron {operator:.2f} µSv</source>
            <translation>Simulierte, nicht kalibrierte Dosis: Durchleuchtungszeit {minutes:.1f} Minuten, {count} Aufnahmen, Referenz-Luftkerma {kerma:.2f} mGy, Dosisflächenprodukt {kap}, Operateur ohne Schürze {operator:.2f} µSv</translation>
        </message>
        <message>
            <source>Simulated. Where the nerve runs is disputed; drawn by the conventions of the scenario.</source>
            <translation>Simuliert. Wo der Nerv verläuft, ist umstritten; gezeichnet nach den Konventionen des Szenarios.</translation>
        </message>
        <message>
            <source>Sitting</source>
            <translation>In Prüfung</translation>
        </message>
        <message>
            <source>Skin</source>
            <translation>Haut</translation>
        </message>
        <message>
            <source>Skin in the primary beam gets a hundred times what scatter brings; it adds up over years.</source>
            <translation>Haut im Primärstrahl bekommt das Hundertfache der Streuung; über Jahre summiert es sich.</translation>
        </message>
        <message>
            <source>Skin is prepared</source>
            <translation>Haut ist desinfiziert</translation>
        </message>
        <message>
            <source>Skin marked</source>
            <translation>Haut markiert</translation>
        </message>
        <message>
            <source>Skin preparation</source>
            <translation>Hautdesinfektion</translation>
        </message>
        <message>
            <source>Skin punctured</source>
            <translation>Haut durchstochen</translation>
        </message>
        <message>
            <source>Skin punctures</source>
            <translation>Hauteinstiche</translation>
        </message>
        <message>
            <source>Skin, drapes, gloves and numbing are done before the needle goes in</source>
            <translation>Haut, Abdeckung, Handschuhe und Betäubung sind vor dem Einstich erledigt</translation>
        </message>
        <message>
            <source>Smaller (also the wheel without grip)</source>
            <translation>Kleiner (auch das Rad ohne Griff)</translation>
        </message>
        <message>
            <source>So many players cannot play</source>
            <translation>So viele Spieler können nicht spielen</translation>
        </message>
        <message>
            <source>Sodium chloride 0.9 %</source>
            <translation>Natriumchlorid 0,9 %</translation>
        </message>
        <message>
            <source>Soft</source>
            <translation>Weich</translation>
        </message>
        <message>
            <source>Soft tissue</source>
            <translation>Weichteile</translation>
        </message>
        <message>
            <source>Somebody would have had to take the needle over</source>
            <translation>Jemand hätte die Nadel übernehmen müssen</translation>
        </message>
        <message>
            <source>Soreness for a week or two</source>
            <translation>Wundschmerz für ein bis zwei Wochen</translation>
        </message>
        <message>
            <source>Sound, with small things to polish</source>
            <translation>Solide, mit Kleinigkeiten zum Verbessern</translation>
        </message>
        <message>
            <source>Source: {source} ({confidence})</source>
            <translation>Quelle: {source} ({confidence})</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Leertaste</translation>
        </message>
        <message>
            <source>Space bar</source>
            <translation>Leertaste</translation>
        </message>
        <message>
            <source>Speak to and rouse the patient</source>
            <translation>Patienten ansprechen und wecken</translation>
        </message>
        <message>
            <source>Spinal canal</source>
            <translation>Wirbelkanal</translation>
        </message>
        <message>
            <source>Spinal cord</source>
            <translation>Rückenmark</translation>
        </message>
        <message>
            <source>Spot</source>
            <translation>Einzelbild</translation>
        </message>
        <message>
            <source>Square the end plate</source>
            <translation>Die Deckplatte strichförmig einstellen</translation>
        </message>
        <message>
            <source>Square, but it took {shots} pictures; four are enough.</source>
            <translation>Strichförmig, aber mit {shots} Bildern; vier genügen.</translation>
        </message>
        <message>
            <source>Stand 0.25 m farther away</source>
            <translation>0,25 m weiter weg stehen</translation>
        </message>
        <message>
            <source>Stand 0.25 m nearer</source>
            <translation>0,25 m näher stehen</translation>
        </message>
        <message>
            <source>Stand at the tube's side, the receptor's side or the foot end</source>
            <translation>An der Röhrenseite, der Empfängerseite oder am Fußende stehen</translation>
        </message>
        <message>
            <source>Stand elsewhere</source>
            <translation>Anders stehen</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Start anew</source>
            <translation>Beginnen Sie neu</translation>
        </message>
        <message>
            <source>Start drill</source>
            <translation>Übung starten</translation>
        </message>
        <message>
            <source>Start it again</source>
            <translation>Starten Sie es noch einmal</translation>
        </message>
        <message>
            <source>Start lesion</source>
            <translation>Läsion starten</translation>
        </message>
        <message>
            <source>Start what is recommended</source>
            <translation>Das Empfohlene starten</translation>
        </message>
        <message>
            <source>Start with 'uv run' from the sources, or there: pip install '.[server]'</source>
            <translation>Starten Sie mit 'uv run' aus den Quellen oder dort: pip install '.[server]'</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Station</source>
            <translation>Station</translation>
        </message>
        <message>
            <source>Station {number}</source>
            <translation>Station {number}</translation>
        </message>
        <message>
            <source>Station {number} of {count}</source>
            <translation>Station {number} von {count}</translation>
        </message>
        <message>
            <source>Stations</source>
            <translation>Stationen</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Bleiben</translation>
        </message>
        <message>
            <source>Stay on bone: touch the process first, walk off by 2 mm at most, and look from the side.</source>
            <translation>Bleiben Sie am Knochen: erst den Fortsatz berühren, höchstens 2 mm darüber hinaus und von der Seite sehen.</translation>
        </message>
        <message>
            <source>Std</source>
            <translation>Std</translation>
        </message>
        <message>
            <source>Steel</source>
            <translation>Stahl</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>Zurücktreten</translation>
        </message>
        <message>
            <source>Step nearer</source>
            <translation>Nähertreten</translation>
        </message>
        <message>
            <source>Stepped away, {distance_mm} mm from the beam</source>
            <translation>Zurückgetreten, {distance_mm} mm vom Strahl</translation>
        </message>
        <message>
            <source>Steps left out</source>
            <translation>Ausgelassene Schritte</translation>
        </message>
        <message>
            <source>Steps out of their order</source>
            <translation>Schritte außer der Reihe</translation>
        </message>
        <message>
            <source>Sterile drapes</source>
            <translation>Sterile Abdeckung</translation>
        </message>
        <message>
            <source>Sterile gloves</source>
            <translation>Sterile Handschuhe</translation>
        </message>
        <message>
            <source>Sternal wires</source>
            <translation>Sternumdrähte</translation>
        </message>
        <message>
            <source>Stimulation</source>
            <translation>Stimulation</translation>
        </message>
        <message>
            <source>Stimulation: {hz} Hz, {millivolts} mV</source>
            <translation>Stimulation: {hz} Hz, {millivolts} mV</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stopp</translation>
        </message>
        <message>
            <source>Stop at bone, never go past its edge unseen; look from the side before each deeper step.</source>
            <translation>Halten Sie am Knochen, nie ungesehen über die Kante; sehen Sie vor jedem tieferen Schritt von der Seite.</translation>
        </message>
        <message>
            <source>Stop here</source>
            <translation>Hier aufhören</translation>
        </message>
        <message>
            <source>Stop the clock</source>
            <translation>Uhr anhalten</translation>
        </message>
        <message>
            <source>Stop the heat at the first such word, withdraw a little, and test again.</source>
            <translation>Stoppen Sie die Hitze beim ersten solchen Wort, ziehen Sie etwas zurück und testen Sie neu.</translation>
        </message>
        <message>
            <source>Stop the heat now</source>
            <translation>Die Hitze sofort stoppen</translation>
        </message>
        <message>
            <source>Stop the plunger</source>
            <translation>Den Kolben anhalten</translation>
        </message>
        <message>
            <source>Stop what is being done</source>
            <translation>Unterbrechen, was gerade getan wird</translation>
        </message>
        <message>
            <source>Stop, look at the patient, treat, call for help, and write it down, in this order.</source>
            <translation>Halt, den Patienten ansehen, behandeln, Hilfe rufen, aufschreiben, in dieser Folge.</translation>
        </message>
        <message>
            <source>Stopped. The picture is of the patient before the last changes.</source>
            <translation>Angehalten. Das Bild zeigt den Patienten vor den letzten Änderungen.</translation>
        </message>
        <message>
            <source>Store the held picture and show it on the reference monitor; eight are kept</source>
            <translation>Das gehaltene Bild speichern und auf dem Referenzmonitor zeigen; acht werden behalten</translation>
        </message>
        <message>
            <source>Stored picture before</source>
            <translation>Vorheriges gespeichertes Bild</translation>
        </message>
        <message>
            <source>Stored picture {number} is subtracted.</source>
            <translation>Das gespeicherte Bild {number} wird subtrahiert.</translation>
        </message>
        <message>
            <source>Story, decisions</source>
            <translation>Geschichte</translation>
        </message>
        <message>
            <source>Stronger shade: nearer to a danger zone. Hatched: over 10 mm unseen. Amber ticks: pictures; long = tip seen, dot = hand in the beam. L level, I injection, S stimulation, H heat, X into a danger zone.</source>
            <translation>Stärkerer Ton: näher an einer Gefahrenzone. Schraffiert: über 10 mm ungesehen. Gelbe Striche: Bilder; lang = Spitze gesehen, Punkt = Hand im Strahl. L Höhe, I Injektion, S Stimulation, H Hitze, X in eine Gefahrenzone.</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Studio</translation>
        </message>
        <message>
            <source>Stylet</source>
            <translation>Mandrin</translation>
        </message>
        <message>
            <source>Stylet in or out</source>
            <translation>Mandrin ein oder aus</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Worum es geht</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Submit an interrupted try as it stands; it is scored</source>
            <translation>Einen unterbrochenen Versuch abgeben, wie er steht; er wird bewertet</translation>
        </message>
        <message>
            <source>Submit or close it first</source>
            <translation>Sie zuerst abgeben oder abschließen</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>Abgegeben</translation>
        </message>
        <message>
            <source>Submitted.</source>
            <translation>Abgegeben.</translation>
        </message>
        <message>
            <source>Subtract</source>
            <translation>Subtrahieren</translation>
        </message>
        <message>
            <source>Subtract the stored picture on the reference monitor from the live one; again: no longer</source>
            <translation>Das gespeicherte Bild des Referenzmonitors vom Live-Bild subtrahieren; nochmals: nicht mehr</translation>
        </message>
        <message>
            <source>Subtraction needs a mask: keep a picture first.</source>
            <translation>Zum Subtrahieren braucht es eine Maske: Behalten Sie zuerst ein Bild.</translation>
        </message>
        <message>
            <source>Sum of fails less the step</source>
            <translation>Summe der Fehlversuche minus Schritt</translation>
        </message>
        <message>
            <source>Sum of the exposures' air kerma at the patient entrance reference point; simulated and uncalibrated.</source>
            <translation>Summe der Luftkerma der Aufnahmen am Referenzpunkt des Eintritts; simuliert und nicht kalibriert.</translation>
        </message>
        <message>
            <source>Sum of the exposures' air kerma-area products over the open field; collimating lowers it and the kerma does not tell. Simulated and uncalibrated.</source>
            <translation>Summe der Kerma-Flächen-Produkte der Aufnahmen über dem offenen Feld; Einblenden senkt es, was die Kerma nicht zeigt. Simuliert und nicht kalibriert.</translation>
        </message>
        <message>
            <source>Sum of the times from pedal down to pedal up; a pedal that is still down at the end (submit, else the last event) is down until then. Single pictures add none.</source>
            <translation>Summe der Zeiten vom Treten bis zum Loslassen des Pedals; ein Pedal, das am Ende noch getreten ist (Abgabe, sonst letztes Ereignis), gilt bis dahin als getreten. Einzelbilder tragen nichts bei.</translation>
        </message>
        <message>
            <source>Sum of the tip's path inside the skin, forth, back and sideways. A movement through the skin counts from where it crosses: PerkTutor adds the whole step, so its value grows with the step (field.md 2.2, defect 6).</source>
            <translation>Summe der Wege der Spitze unter der Haut, vor, zurück und seitwärts. Eine Bewegung durch die Haut zählt von da, wo sie sie durchquert: PerkTutor zählt den ganzen Schritt, sein Wert wächst also mit dem Schritt (field.md 2.2, Mangel 6).</translation>
        </message>
        <message>
            <source>Sum over the exposures of the dose where the operator stood, unshielded; simulated and uncalibrated.</source>
            <translation>Summe der Dosis über die Aufnahmen dort, wo der Untersucher stand, ungeschützt; simuliert und nicht kalibriert.</translation>
        </message>
        <message>
            <source>Sum, over the movements that begin and end inside the skin, of the chord between the unit vectors of the shaft before and after, as an angle (57,295.779 513 1 mdeg a radian; less than 0.1 % short of the arc below 8 degrees). Rounded down. Only the axis counts: PerkTutor's translation holds the lever arm about the world's origin (field.md 2.2, defect 2).</source>
            <translation>Summe, über die Bewegungen, die unter der Haut beginnen und enden, der Sehne zwischen den Einheitsvektoren des Schafts davor und danach, als Winkel (57.295,779 513 1 mdeg je Radiant; unter 8 Grad weniger als 0,1 % kürzer als der Bogen). Abgerundet. Nur die Achse zählt: In PerkTutors Verschiebung steckt der Hebelarm um den Ursprung der Welt (field.md 2.2, Mangel 2).</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Sonntag</translation>
        </message>
        <message>
            <source>Sure</source>
            <translation>Sicher</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>Tauschen</translation>
        </message>
        <message>
            <source>Swapping needs two held pictures; keep one first.</source>
            <translation>Zum Tauschen braucht es zwei gehaltene Bilder; behalten Sie zuerst eines.</translation>
        </message>
        <message>
            <source>Synthetic patient, C-arm</source>
            <translation>Synthetischer Patient, C-Bogen</translation>
        </message>
        <message>
            <source>Syringe</source>
            <translation>Spritze</translation>
        </message>
        <message>
            <source>T12 looks lumbar</source>
            <translation>T12 wirkt lumbal</translation>
        </message>
        <message>
            <source>TEMPERATURE</source>
            <translation>TEMPERATUR</translation>
        </message>
        <message>
            <source>TILT 0.0°</source>
            <translation>TILT 0,0°</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>Table 5 mm down</source>
            <translation>Tisch 5 mm ab</translation>
        </message>
        <message>
            <source>Table 5 mm up</source>
            <translation>Tisch 5 mm auf</translation>
        </message>
        <message>
            <source>Table down</source>
            <translation>Tisch ab</translation>
        </message>
        <message>
            <source>Table up</source>
            <translation>Tisch auf</translation>
        </message>
        <message>
            <source>Table {x:+.0f}, {z:+.0f} mm</source>
            <translation>Tisch {x:+.0f}, {z:+.0f} mm</translation>
        </message>
        <message>
            <source>Tables in a folder, CSV (*.csv)</source>
            <translation>Tabellen in einem Ordner, CSV (*.csv)</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Nehmen</translation>
        </message>
        <message>
            <source>Take the chosen needle and set its tip on the skin under the pointer</source>
            <translation>Die gewählte Nadel nehmen und ihre Spitze unter dem Zeiger auf die Haut setzen</translation>
        </message>
        <message>
            <source>Take the depth view after every last movement, with the tip in the field, then act.</source>
            <translation>Machen Sie nach jeder letzten Bewegung die Tiefenprojektion, mit der Spitze im Feld, und handeln Sie dann.</translation>
        </message>
        <message>
            <source>Take the hazard out of the scenario, or give the patient a segmentation of it</source>
            <translation>Nehmen Sie die Gefahr aus dem Szenario, oder geben Sie dem Patienten eine Segmentierung davon</translation>
        </message>
        <message>
            <source>Take the last step back</source>
            <translation>Den letzten Schritt zurücknehmen</translation>
        </message>
        <message>
            <source>Take the needle in hand again that has stood longest</source>
            <translation>Die am längsten stehende Nadel wieder in die Hand nehmen</translation>
        </message>
        <message>
            <source>Take the needle out</source>
            <translation>Die Nadel ziehen</translation>
        </message>
        <message>
            <source>Take the needle out and lay it aside</source>
            <translation>Die Nadel ziehen und weglegen</translation>
        </message>
        <message>
            <source>Take the shutters in hand: drag their edges on the live monitor, no beam needed; again: put down</source>
            <translation>Die Blenden in die Hand nehmen: ihre Kanten auf dem Live-Monitor ziehen, ohne Strahlung; nochmals: weglegen</translation>
        </message>
        <message>
            <source>Take up</source>
            <translation>Aufnehmen</translation>
        </message>
        <message>
            <source>Talked with the patient</source>
            <translation>Mit dem Patienten gesprochen</translation>
        </message>
        <message>
            <source>Tap the corner: {side} of the vertebra in the middle, {level}.</source>
            <translation>Tippen Sie auf die Ecke: {side} am mittleren Wirbel, {level}.</translation>
        </message>
        <message>
            <source>Tap the superolateral corner of the transverse process of the vertebra in the middle.</source>
            <translation>Tippen Sie auf die obere äußere Ecke des Querfortsatzes am mittleren Wirbel.</translation>
        </message>
        <message>
            <source>Tap the tip of the needle.</source>
            <translation>Tippen Sie auf die Nadelspitze.</translation>
        </message>
        <message>
            <source>Tap the tip of the needle: first from behind, then from the side.</source>
            <translation>Tippen Sie auf die Nadelspitze: erst von hinten, dann von der Seite.</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Target {number}</source>
            <translation>Ziel {number}</translation>
        </message>
        <message>
            <source>Target {number}: you said {where}, {safe}, {percent} % sure.</source>
            <translation>Ziel {number}: Sie sagten {where}, {safe}, zu {percent} % sicher.</translation>
        </message>
        <message>
            <source>Target {number}: {what}</source>
            <translation>Ziel {number}: {what}</translation>
        </message>
        <message>
            <source>Target: {joint}, {nerve} on {bone}, {side}</source>
            <translation>Ziel: {joint}, {nerve} auf {bone}, {side}</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Ziele</translation>
        </message>
        <message>
            <source>Targets reached by the injectate</source>
            <translation>Vom Injektat erreichte Ziele</translation>
        </message>
        <message>
            <source>Teaching</source>
            <translation>Lehrtext</translation>
        </message>
        <message>
            <source>Team time-out: who, what, which side and level, allergies</source>
            <translation>Team-Time-out: wer, was, welche Seite und Etage, Allergien</translation>
        </message>
        <message>
            <source>Tell me at once when you feel anything, and where.</source>
            <translation>Sagen Sie sofort, wenn Sie etwas spüren, und wo.</translation>
        </message>
        <message>
            <source>Tell me your name, and where it hurts.</source>
            <translation>Sagen Sie mir Ihren Namen, und wo es wehtut.</translation>
        </message>
        <message>
            <source>Tell the patient about the heat</source>
            <translation>Dem Patienten die Hitze ankündigen</translation>
        </message>
        <message>
            <source>Test at 50 Hz, then at 2 Hz up to the policy's limit, and heat only after both.</source>
            <translation>Testen Sie mit 50 Hz, dann mit 2 Hz bis zur Grenze der Regel, und heizen Sie erst nach beiden.</translation>
        </message>
        <message>
            <source>Tests feeling and movement and acts on the answer before any heat</source>
            <translation>Prüft Gefühl und Bewegung und handelt nach der Antwort, bevor es heiß wird</translation>
        </message>
        <message>
            <source>That hurts a lot!</source>
            <translation>Das tut sehr weh!</translation>
        </message>
        <message>
            <source>That is sore, deep in my back.</source>
            <translation>Das ist wund, tief im Rücken.</translation>
        </message>
        <message>
            <source>That was all of it. Look where the tip really is.</source>
            <translation>Das war alles. Sehen Sie, wo die Spitze wirklich ist.</translation>
        </message>
        <message>
            <source>That was not enough yet; it lacked: {left}</source>
            <translation>Das war noch nicht genug; es fehlten: {left}</translation>
        </message>
        <message>
            <source>The C-arm and how it stands first</source>
            <translation>Der C-Bogen und wie er zuerst steht</translation>
        </message>
        <message>
            <source>The CT was not imported</source>
            <translation>Das CT wurde nicht eingelesen</translation>
        </message>
        <message>
            <source>The PIN was not looked at</source>
            <translation>Die PIN wurde nicht geprüft</translation>
        </message>
        <message>
            <source>The address of the records cannot be used</source>
            <translation>Die Adresse der Aufzeichnungen ist nicht brauchbar</translation>
        </message>
        <message>
            <source>The address was not used</source>
            <translation>Die Adresse wurde nicht benutzt</translation>
        </message>
        <message>
            <source>The anticoagulant must be planned</source>
            <translation>Die Antikoagulation muss geplant werden</translation>
        </message>
        <message>
            <source>The attempt cannot be opened</source>
            <translation>Der Versuch kann nicht geöffnet werden</translation>
        </message>
        <message>
            <source>The attempt was not sent</source>
            <translation>Der Versuch wurde nicht gesendet</translation>
        </message>
        <message>
            <source>The attempt was not submitted.</source>
            <translation>Der Versuch wurde nicht abgegeben.</translation>
        </message>
        <message>
            <source>The attempt was submitted without a depth view of the tip since the needle last moved.</source>
            <translation>Der Versuch wurde ohne Tiefenprojektion der Spitze seit der letzten Bewegung der Nadel abgegeben.</translation>
        </message>
        <message>
            <source>The attempts of this session are locked</source>
            <translation>Die Versuche dieser Sitzung sind verschlossen</translation>
        </message>
        <message>
            <source>The calibration cannot be kept in {0}</source>
            <translation>Die Kalibrierung kann nicht in {0} abgelegt werden</translation>
        </message>
        <message>
            <source>The calibration of {0} was stopped</source>
            <translation>Die Kalibrierung von {0} wurde angehalten</translation>
        </message>
        <message>
            <source>The calibration was stopped</source>
            <translation>Die Kalibrierung wurde angehalten</translation>
        </message>
        <message>
            <source>The case and what is right</source>
            <translation>Der Fall und was richtig ist</translation>
        </message>
        <message>
            <source>The case folder: file, talk, decision; again: put it away</source>
            <translation>Die Fallmappe: Akte, Gespräch, Entscheidung; nochmals: weglegen</translation>
        </message>
        <message>
            <source>The case itself is not finished: mend what its list names.</source>
            <translation>Der Fall selbst ist nicht fertig: Beheben Sie, was seine Liste nennt.</translation>
        </message>
        <message>
            <source>The case was not moved</source>
            <translation>Der Fall wurde nicht verschoben</translation>
        </message>
        <message>
            <source>The case was not published</source>
            <translation>Der Fall wurde nicht veröffentlicht</translation>
        </message>
        <message>
            <source>The chart as a table, or as a chart again</source>
            <translation>Das Diagramm als Tabelle oder wieder als Diagramm</translation>
        </message>
        <message>
            <source>The chosen try shall not count; nothing is deleted</source>
            <translation>Der gewählte Versuch soll nicht zählen; nichts wird gelöscht</translation>
        </message>
        <message>
            <source>The clock was not started</source>
            <translation>Die Uhr wurde nicht gestartet</translation>
        </message>
        <message>
            <source>The clock was not stopped</source>
            <translation>Die Uhr wurde nicht angehalten</translation>
        </message>
        <message>
            <source>The cut is what these judges believe of a borderline candidate; agreement among them is no evidence that they are right.</source>
            <translation>Die Grenze ist, was diese Urteilenden von einem Grenzfall glauben; ihre Einigkeit ist kein Beleg, dass sie recht haben.</translation>
        </message>
        <message>
            <source>The cut separates these two groups; it does not show that those above it are safe with patients, and it moves with who was called an expert.</source>
            <translation>Die Grenze trennt diese beiden Gruppen; sie zeigt nicht, dass darüber sicher an Patienten gearbeitet wird, und sie hängt davon ab, wer als Experte galt.</translation>
        </message>
        <message>
            <source>The diagnostic blocks do not meet the profile</source>
            <translation>Die diagnostischen Blockaden erfüllen das Profil nicht</translation>
        </message>
        <message>
            <source>The diagnostic blocks meet the profile</source>
            <translation>Die diagnostischen Blockaden erfüllen das Profil</translation>
        </message>
        <message>
            <source>The drill cannot be opened</source>
            <translation>Die Übung kann nicht geöffnet werden</translation>
        </message>
        <message>
            <source>The drill that trains what was lost here</source>
            <translation>Die Übung, die das hier Verlorene trainiert</translation>
        </message>
        <message>
            <source>The drill's criterion</source>
            <translation>Das Kriterium der Übung</translation>
        </message>
        <message>
            <source>The end plate is one line in the last picture.</source>
            <translation>Die Deckplatte ist im letzten Bild eine Linie.</translation>
        </message>
        <message>
            <source>The error of measurement is an average over all and does not hold near the ends of the scale; it says nothing about whether the mark measures the right thing.</source>
            <translation>Der Messfehler ist ein Durchschnitt über alle und gilt nicht an den Enden der Skala; er sagt nicht, ob die Punkte das Richtige messen.</translation>
        </message>
        <message>
            <source>The evidence reached {limit} at attempt {number} and stands at {at}.</source>
            <translation>Die Evidenz erreichte {limit} beim Versuch {number} und steht bei {at}.</translation>
        </message>
        <message>
            <source>The evidence stands at {at} of {limit}: not enough yet.</source>
            <translation>Die Evidenz steht bei {at} von {limit}: noch nicht genug.</translation>
        </message>
        <message>
            <source>The exam</source>
            <translation>Die Prüfung</translation>
        </message>
        <message>
            <source>The exam of {0} was not ended</source>
            <translation>Die Prüfung von {0} wurde nicht beendet</translation>
        </message>
        <message>
            <source>The exam package cannot be opened</source>
            <translation>Das Prüfungspaket kann nicht geöffnet werden</translation>
        </message>
        <message>
            <source>The exam package stays closed</source>
            <translation>Das Prüfungspaket bleibt geschlossen</translation>
        </message>
        <message>
            <source>The exam was not defined</source>
            <translation>Die Prüfung wurde nicht festgelegt</translation>
        </message>
        <message>
            <source>The exam {0} cannot be used</source>
            <translation>Die Prüfung {0} kann nicht verwendet werden</translation>
        </message>
        <message>
            <source>The exam's attempt cannot be recorded here</source>
            <translation>Der Prüfungsversuch kann hier nicht aufgezeichnet werden</translation>
        </message>
        <message>
            <source>The expert at {stage} ({at})</source>
            <translation>Der Experte, {stage} ({at})</translation>
        </message>
        <message>
            <source>The exposures were not written as DICOM</source>
            <translation>Die Aufnahmen wurden nicht als DICOM geschrieben</translation>
        </message>
        <message>
            <source>The files of {0} are not known</source>
            <translation>Die Dateien von {0} sind nicht bekannt</translation>
        </message>
        <message>
            <source>The first minute</source>
            <translation>Die erste Minute</translation>
        </message>
        <message>
            <source>The generator reports a fault</source>
            <translation>Der Generator meldet eine Störung</translation>
        </message>
        <message>
            <source>The generator stops by itself: {fault}.</source>
            <translation>Der Generator hält von selbst an: {fault}.</translation>
        </message>
        <message>
            <source>The hand was in the beam at exposure {0}{1}.</source>
            <translation>Die Hand war bei Aufnahme {0} im Strahl{1}.</translation>
        </message>
        <message>
            <source>The id {0} is taken</source>
            <translation>Die Kennung {0} ist vergeben</translation>
        </message>
        <message>
            <source>The implant needs a plan</source>
            <translation>Das Implantat braucht einen Plan</translation>
        </message>
        <message>
            <source>The installed {origin} has another text; untick and tick again to take it.</source>
            <translation>Das installierte {origin} hat einen anderen Text; ab- und wieder anhaken, um ihn zu übernehmen.</translation>
        </message>
        <message>
            <source>The invigilator has stopped the clock.</source>
            <translation>Die Aufsicht hat die Uhr angehalten.</translation>
        </message>
        <message>
            <source>The key was not revoked</source>
            <translation>Der Schlüssel wurde nicht widerrufen</translation>
        </message>
        <message>
            <source>The landmarks cannot be placed</source>
            <translation>Die Landmarken lassen sich nicht setzen</translation>
        </message>
        <message>
            <source>The landmarks were not read</source>
            <translation>Die Landmarken wurden nicht gelesen</translation>
        </message>
        <message>
            <source>The last picture is {angle_mdeg} off the wanted oblique, receptor on the other side than the needle.</source>
            <translation>Das letzte Bild weicht {angle_mdeg} von der gewünschten Schrägansicht ab, Empfänger auf der Gegenseite der Nadel.</translation>
        </message>
        <message>
            <source>The last picture is {angle_mdeg} off: left and right do not lie over each other.</source>
            <translation>Das letzte Bild weicht {angle_mdeg} ab: Links und rechts liegen nicht übereinander.</translation>
        </message>
        <message>
            <source>The last rhizotomy helped long enough</source>
            <translation>Die letzte Rhizotomie half lange genug</translation>
        </message>
        <message>
            <source>The least angle, 0 to 90 degrees, between shaft and ray through the tip, over the exposures with the tip in their field, since that needle was taken and pointing within 1 degree of where it points at the treatment; of several treatments the greatest. None where a treatment has no such exposure.</source>
            <translation>Der kleinste Winkel, 0 bis 90 Grad, zwischen Schaft und Strahl durch die Spitze, über die Aufnahmen mit der Spitze im Feld, seit diese Nadel genommen wurde und während sie auf 1 Grad so zeigte wie bei der Behandlung; bei mehreren Behandlungen der größte. Nichts, wo eine Behandlung keine solche Aufnahme hat.</translation>
        </message>
        <message>
            <source>The least angle, 0 to 90 degrees, between the needle's shaft and the ray through its tip, over the exposures with the tip in their field and the needle within 1 degree of where it points at the end. Within 0.5001 mdeg. None without such an exposure.</source>
            <translation>Der kleinste Winkel, 0 bis 90 Grad, zwischen dem Schaft der Nadel und dem Strahl durch ihre Spitze, über die Aufnahmen mit der Spitze im Feld und der Nadel auf 1 Grad so, wie sie am Ende zeigt. Auf 0,5001 mdeg genau. Nichts ohne eine solche Aufnahme.</translation>
        </message>
        <message>
            <source>The least signed distance between the swept tip and the canal over all movements, margins left aside; 0 at most where it was entered, negative inside. None where no needle moved.</source>
            <translation>Der kleinste Abstand mit Vorzeichen zwischen der bewegten Spitze und dem Wirbelkanal über alle Bewegungen, ohne die Sicherheitsabstände; höchstens 0, wo sie dort eindrang, negativ im Inneren. Nichts, wo keine Nadel bewegt wurde.</translation>
        </message>
        <message>
            <source>The least signed distance between the swept tip and the foramen over all movements, margins left aside; 0 at most where it was entered, negative inside. None where no needle moved.</source>
            <translation>Der kleinste Abstand mit Vorzeichen zwischen der bewegten Spitze und dem Foramen über alle Bewegungen, ohne die Sicherheitsabstände; höchstens 0, wo sie dort eindrang, negativ im Inneren. Nichts, wo keine Nadel bewegt wurde.</translation>
        </message>
        <message>
            <source>The least signed distance between the swept tip and the pleura over all movements, margins left aside; 0 at most where it was entered, negative inside. None where no needle moved.</source>
            <translation>Der kleinste Abstand mit Vorzeichen zwischen der bewegten Spitze und der Pleura über alle Bewegungen, ohne die Sicherheitsabstände; höchstens 0, wo sie dort eindrang, negativ im Inneren. Nichts, wo keine Nadel bewegt wurde.</translation>
        </message>
        <message>
            <source>The least signed distance, over all lesions, between the surface of 45 C and ventral ramus, nerve root, foramen, canal and pleura, as settled when the lesion ended; negative: reached. None without a lesion.</source>
            <translation>Der kleinste Abstand mit Vorzeichen, über alle Läsionen, zwischen der Fläche von 45 °C und Ramus ventralis, Nervenwurzel, Foramen, Wirbelkanal und Pleura, wie er beim Ende der Läsion feststand; negativ: erreicht. Nichts ohne Läsion.</translation>
        </message>
        <message>
            <source>The least, over all movements and hazards, of the distance between tip and hazard less that hazard's margin; negative inside the margin. None where no needle moved or the scenario names no hazard.</source>
            <translation>Das Kleinste, über alle Bewegungen und Gefahrenzonen, vom Abstand zwischen Spitze und Gefahrenzone abzüglich deren Sicherheitsabstand; negativ innerhalb des Sicherheitsabstands. Nichts, wo keine Nadel bewegt wurde oder das Szenario keine Gefahrenzone nennt.</translation>
        </message>
        <message>
            <source>The live monitor in a window of its own, on the second display where there is one; again: back</source>
            <translation>Der Live-Monitor in einem eigenen Fenster, auf dem zweiten Bildschirm, wo es einen gibt; noch einmal: zurück</translation>
        </message>
        <message>
            <source>The longest run of advance between two exposures that show the tip. Of each advance the depth gained beyond the first centimetre counts, times a weight: 0.1 where bone lies ahead on the axis before any hazard and the tip was seen since the needle last turned by more than 1 degree; 3 where a hazard within reach lies ahead and no bone before it; else 1. What lies ahead is taken before and after the advance, and the dearer counts. Rounded down.</source>
            <translation>Der längste Vorschub zwischen zwei Aufnahmen, die die Spitze zeigen. Von jedem Vorschub zählt die Tiefe jenseits des ersten Zentimeters mal einem Gewicht: 0,1, wo auf der Achse Knochen vor jeder Gefahrenzone liegt und die Spitze gesehen wurde, seit die Nadel zuletzt um mehr als 1 Grad gedreht wurde; 3, wo in Reichweite eine Gefahrenzone voraus liegt und kein Knochen davor; sonst 1. Was voraus liegt, wird vor und nach dem Vorschub genommen, und das Teurere zählt. Abgerundet.</translation>
        </message>
        <message>
            <source>The manuscript {0} is damaged</source>
            <translation>Der Entwurf {0} ist beschädigt</translation>
        </message>
        <message>
            <source>The mark is good, but it took {shots} pictures; four are enough.</source>
            <translation>Die Marke ist gut, aber mit {shots} Bildern; vier genügen.</translation>
        </message>
        <message>
            <source>The mark lies {off_um} beside the beam to the corner.</source>
            <translation>Die Marke liegt {off_um} neben dem Strahl zur Ecke.</translation>
        </message>
        <message>
            <source>The mark lies {off_um} beside the beam to the corner; 4 mm is the limit.</source>
            <translation>Die Marke liegt {off_um} neben dem Strahl zur Ecke; 4 mm sind die Grenze.</translation>
        </message>
        <message>
            <source>The mark was not signed off</source>
            <translation>Die Bewertung wurde nicht unterschrieben</translation>
        </message>
        <message>
            <source>The marks are not compared yet</source>
            <translation>Die Bewertungen werden noch nicht verglichen</translation>
        </message>
        <message>
            <source>The mask was taken from elsewhere: more than contrast will differ.</source>
            <translation>Die Maske stammt aus anderer Stellung: Mehr als Kontrastmittel wird sich unterscheiden.</translation>
        </message>
        <message>
            <source>The measurement report was not written</source>
            <translation>Der Messbericht wurde nicht geschrieben</translation>
        </message>
        <message>
            <source>The metal pointer</source>
            <translation>Der Metallzeiger</translation>
        </message>
        <message>
            <source>The nearest end-on view of the needle was {0} off.</source>
            <translation>Das nächste Bild in der Nadelachse lag {0} daneben.</translation>
        </message>
        <message>
            <source>The needle does not stand on bone.</source>
            <translation>Die Nadel steht nicht auf dem Knochen.</translation>
        </message>
        <message>
            <source>The needle is a dot in the last picture.</source>
            <translation>Die Nadel ist im letzten Bild ein Punkt.</translation>
        </message>
        <message>
            <source>The needle is not on bone yet. Take the minute again whenever you like.</source>
            <translation>Die Nadel ist noch nicht auf dem Knochen. Wiederholen Sie die Minute, wann Sie mögen.</translation>
        </message>
        <message>
            <source>The needle is not seen: it stands still.</source>
            <translation>Die Nadel ist nicht zu sehen: Sie bleibt stehen.</translation>
        </message>
        <message>
            <source>The needle is out.</source>
            <translation>Die Nadel ist draußen.</translation>
        </message>
        <message>
            <source>The needle is seen again.</source>
            <translation>Die Nadel ist wieder zu sehen.</translation>
        </message>
        <message>
            <source>The needle is seen.</source>
            <translation>Die Nadel ist zu sehen.</translation>
        </message>
        <message>
            <source>The needle never stood on bone: nothing told how deep it was.</source>
            <translation>Die Nadel stand nie auf dem Knochen: Nichts sagte, wie tief sie war.</translation>
        </message>
        <message>
            <source>The needle points down the beam at the transverse process of {level}, {side}. Advance until you feel bone; look every centimetre.</source>
            <translation>Die Nadel zeigt in Strahlachse auf den Querfortsatz {level}, {side}. Schieben Sie vor, bis Sie Knochen spüren; sehen Sie jeden Zentimeter nach.</translation>
        </message>
        <message>
            <source>The needle stands on the skin over {level}, {side}. Grip it and move the hub until the needle is a dot. Three pictures at most.</source>
            <translation>Die Nadel steht auf der Haut über {level}, {side}. Greifen Sie sie und bewegen Sie den Ansatz, bis die Nadel ein Punkt ist. Höchstens drei Bilder.</translation>
        </message>
        <message>
            <source>The needle stands on the skin.</source>
            <translation>Die Nadel steht auf der Haut.</translation>
        </message>
        <message>
            <source>The needle still stands on bone: it was not walked off.</source>
            <translation>Die Nadel steht noch auf dem Knochen: Sie ist nicht abgeglitten.</translation>
        </message>
        <message>
            <source>The needle tip entered the {0}{1}.</source>
            <translation>Die Nadelspitze drang ein in: {0}{1}.</translation>
        </message>
        <message>
            <source>The needle was submitted at {0}; the target is {1}.</source>
            <translation>Die Nadel wurde bei {0} abgegeben; das Ziel ist {1}.</translation>
        </message>
        <message>
            <source>The next part of the case</source>
            <translation>Der nächste Teil des Falls</translation>
        </message>
        <message>
            <source>The next picture of the last run</source>
            <translation>Das nächste Bild der letzten Serie</translation>
        </message>
        <message>
            <source>The next picture that must be looked at before the release</source>
            <translation>Das nächste Bild, das vor der Freigabe angesehen werden muss</translation>
        </message>
        <message>
            <source>The next step</source>
            <translation>Der nächste Schritt</translation>
        </message>
        <message>
            <source>The next stored picture on the reference monitor</source>
            <translation>Das nächste gespeicherte Bild auf dem Referenzmonitor</translation>
        </message>
        <message>
            <source>The notes on the cohort cannot be read</source>
            <translation>Die Notizen zum Jahrgang lassen sich nicht lesen</translation>
        </message>
        <message>
            <source>The one form</source>
            <translation>Die eine Form</translation>
        </message>
        <message>
            <source>The package was not encrypted</source>
            <translation>Das Paket wurde nicht verschlüsselt</translation>
        </message>
        <message>
            <source>The package was not installed</source>
            <translation>Das Paket wurde nicht installiert</translation>
        </message>
        <message>
            <source>The pad burns my leg!</source>
            <translation>Die Elektrode brennt am Bein!</translation>
        </message>
        <message>
            <source>The pad's whole face and its cable are checked</source>
            <translation>Sitz der ganzen Neutralelektrode und ihr Kabel sind geprüft</translation>
        </message>
        <message>
            <source>The page that was not opened holds the anticoagulant, the implant or the wrong diagnosis.</source>
            <translation>Auf der ungeöffneten Seite steht der Gerinnungshemmer, das Implantat oder die falsche Diagnose.</translation>
        </message>
        <message>
            <source>The pain comes from somewhere else</source>
            <translation>Der Schmerz kommt von woanders</translation>
        </message>
        <message>
            <source>The paper cannot be opened</source>
            <translation>Die Arbeit kann nicht geöffnet werden</translation>
        </message>
        <message>
            <source>The part of the case before this one</source>
            <translation>Der Teil des Falls vor diesem</translation>
        </message>
        <message>
            <source>The patient cannot be built</source>
            <translation>Der Patient kann nicht gebaut werden</translation>
        </message>
        <message>
            <source>The patient does not want it</source>
            <translation>Der Patient möchte es nicht</translation>
        </message>
        <message>
            <source>The patient folder {0} is damaged</source>
            <translation>Der Patientenordner {0} ist beschädigt</translation>
        </message>
        <message>
            <source>The patient folder {0} is not the one that was meant</source>
            <translation>Der Patientenordner {0} ist nicht der gemeinte</translation>
        </message>
        <message>
            <source>The patient spoke up and you stopped the heat after {0} s. Keep doing that.</source>
            <translation>Der Patient meldete sich, und Sie stoppten die Hitze nach {0} s. Weiter so.</translation>
        </message>
        <message>
            <source>The patient was not built</source>
            <translation>Der Patient wurde nicht gebaut</translation>
        </message>
        <message>
            <source>The patient's own questions</source>
            <translation>Eigene Fragen des Patienten</translation>
        </message>
        <message>
            <source>The phantom is not registered</source>
            <translation>Das Phantom ist nicht registriert</translation>
        </message>
        <message>
            <source>The physics of {0} cannot be run again</source>
            <translation>Die Physik von {0} kann nicht nachgerechnet werden</translation>
        </message>
        <message>
            <source>The picture after this one</source>
            <translation>Das Bild nach diesem</translation>
        </message>
        <message>
            <source>The picture before it in the last run</source>
            <translation>Das vorherige Bild der letzten Serie</translation>
        </message>
        <message>
            <source>The picture before this one</source>
            <translation>Das Bild vor diesem</translation>
        </message>
        <message>
            <source>The picture could not be drawn, and it is our mistake. The attempt is recorded; go Home and continue it.</source>
            <translation>Das Bild konnte nicht gezeichnet werden, und das ist unser Fehler. Der Versuch ist aufgezeichnet; gehen Sie zur Startseite und setzen Sie ihn fort.</translation>
        </message>
        <message>
            <source>The picture is good, but you stood where the tube scatters most.</source>
            <translation>Das Bild ist gut, aber Sie standen, wo die Röhre am meisten streut.</translation>
        </message>
        <message>
            <source>The picture {0} cannot be read</source>
            <translation>Das Bild {0} kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>The picture {0} is not the one this scenario was made with</source>
            <translation>Das Bild {0} ist nicht das, mit dem dieses Szenario gemacht wurde</translation>
        </message>
        <message>
            <source>The point cannot be placed</source>
            <translation>Der Punkt lässt sich nicht setzen</translation>
        </message>
        <message>
            <source>The pointer follows the tip. Set the tip on the skin, then take a needle.</source>
            <translation>Der Zeiger folgt der Spitze. Die Spitze auf die Haut setzen, dann eine Nadel nehmen.</translation>
        </message>
        <message>
            <source>The policy that the score follows</source>
            <translation>Die Regeln, denen die Wertung folgt</translation>
        </message>
        <message>
            <source>The private part of {0} was not destroyed</source>
            <translation>Der geheime Teil von {0} wurde nicht vernichtet</translation>
        </message>
        <message>
            <source>The program failed here, and it is our mistake, not yours. What was recorded is safe: go Home (Ctrl+H) and continue the attempt.</source>
            <translation>Hier ist das Programm gescheitert, und das ist unser Fehler, nicht Ihrer. Das Aufgezeichnete ist sicher: Gehen Sie zur Startseite (Strg+H) und setzen Sie den Versuch fort.</translation>
        </message>
        <message>
            <source>The program failed here, and it is our mistake. What was recorded is safe: go Home and continue the attempt.</source>
            <translation>Hier ist das Programm gescheitert, und das ist unser Fehler. Das Aufgezeichnete ist sicher: Gehen Sie zur Startseite und setzen Sie den Versuch fort.</translation>
        </message>
        <message>
            <source>The radiographs were not calibrated</source>
            <translation>Die Röntgenbilder wurden nicht kalibriert</translation>
        </message>
        <message>
            <source>The records cannot be kept in {0}</source>
            <translation>Die Aufzeichnungen können nicht in {0} aufbewahrt werden</translation>
        </message>
        <message>
            <source>The records cannot be reached</source>
            <translation>Die Aufzeichnungen sind nicht zu erreichen</translation>
        </message>
        <message>
            <source>The records in {0} cannot be used</source>
            <translation>Die Aufzeichnungen in {0} sind nicht brauchbar</translation>
        </message>
        <message>
            <source>The records in {0} cannot be used yet</source>
            <translation>Die Aufzeichnungen in {0} sind noch nicht brauchbar</translation>
        </message>
        <message>
            <source>The records were not changed</source>
            <translation>Die Aufzeichnungen wurden nicht verändert</translation>
        </message>
        <message>
            <source>The reference monitor in a window of its own, on the second display where there is one; again: back</source>
            <translation>Der Referenzmonitor in einem eigenen Fenster, auf dem zweiten Bildschirm, wo es einen gibt; noch einmal: zurück</translation>
        </message>
        <message>
            <source>The reference run is of an older state of the case.</source>
            <translation>Der Referenzlauf gehört zu einem älteren Stand des Falls.</translation>
        </message>
        <message>
            <source>The report lies in {out}.</source>
            <translation>Der Bericht liegt in {out}.</translation>
        </message>
        <message>
            <source>The results of {0} stay withheld</source>
            <translation>Die Ergebnisse von {0} bleiben zurückgehalten</translation>
        </message>
        <message>
            <source>The right plan</source>
            <translation>Der richtige Plan</translation>
        </message>
        <message>
            <source>The same scenario once more</source>
            <translation>Dasselbe Szenario noch einmal</translation>
        </message>
        <message>
            <source>The scenario was not packed</source>
            <translation>Das Szenario wurde nicht gepackt</translation>
        </message>
        <message>
            <source>The scenario {0} is not the one of the exam</source>
            <translation>Das Szenario {0} ist nicht das der Prüfung</translation>
        </message>
        <message>
            <source>The scoring was stopped</source>
            <translation>Die Bewertung wurde abgebrochen</translation>
        </message>
        <message>
            <source>The scripted expert: {mark} of 1000, cut {cut}, {passed}. A check, no validity.</source>
            <translation>Der gescriptete Experte: {mark} von 1000, Grenze {cut}, {passed}. Eine Prüfung, keine Validität.</translation>
        </message>
        <message>
            <source>The session was not closed</source>
            <translation>Die Sitzung wurde nicht geschlossen</translation>
        </message>
        <message>
            <source>The session was not opened</source>
            <translation>Die Sitzung wurde nicht eröffnet</translation>
        </message>
        <message>
            <source>The session was not sealed</source>
            <translation>Die Sitzung wurde nicht versiegelt</translation>
        </message>
        <message>
            <source>The simulated tip is {tip} mm from the tracked one, its direction {turn}°.</source>
            <translation>Die simulierte Spitze liegt {tip} mm neben der verfolgten, ihre Richtung weicht {turn}° ab.</translation>
        </message>
        <message>
            <source>The skin is marked.</source>
            <translation>Die Haut ist markiert.</translation>
        </message>
        <message>
            <source>The skin was not marked, or without a picture.</source>
            <translation>Die Haut wurde nicht oder ohne Bild markiert.</translation>
        </message>
        <message>
            <source>The spinous process stands midway between the pedicles.</source>
            <translation>Der Dornfortsatz steht mittig zwischen den Pedikeln.</translation>
        </message>
        <message>
            <source>The standard was not attached</source>
            <translation>Der Standard wurde nicht angehängt</translation>
        </message>
        <message>
            <source>The station does not go on</source>
            <translation>Die Station geht nicht weiter</translation>
        </message>
        <message>
            <source>The station was not closed as lost</source>
            <translation>Die Station wurde nicht als verloren abgeschlossen</translation>
        </message>
        <message>
            <source>The station was not interrupted</source>
            <translation>Die Station wurde nicht unterbrochen</translation>
        </message>
        <message>
            <source>The station was not submitted</source>
            <translation>Die Station wurde nicht abgegeben</translation>
        </message>
        <message>
            <source>The stored picture before it on the reference monitor</source>
            <translation>Das vorherige gespeicherte Bild auf dem Referenzmonitor</translation>
        </message>
        <message>
            <source>The stored picture has another size; it cannot be a mask.</source>
            <translation>Das gespeicherte Bild hat eine andere Größe; es kann keine Maske sein.</translation>
        </message>
        <message>
            <source>The studio has stopped saving</source>
            <translation>Das Studio sichert nicht mehr</translation>
        </message>
        <message>
            <source>The study was not fetched</source>
            <translation>Die Studie wurde nicht geholt</translation>
        </message>
        <message>
            <source>The table lies in {out}.</source>
            <translation>Die Tabelle liegt in {out}.</translation>
        </message>
        <message>
            <source>The target cannot be placed</source>
            <translation>Das Ziel lässt sich nicht setzen</translation>
        </message>
        <message>
            <source>The target is reached</source>
            <translation>Das Ziel ist erreicht</translation>
        </message>
        <message>
            <source>The target {0} {1} cannot be found</source>
            <translation>Das Ziel {0} {1} ist nicht zu finden</translation>
        </message>
        <message>
            <source>The tip lies {above_um} above the corner; 2 mm were wanted.</source>
            <translation>Die Spitze liegt {above_um} über der Ecke; 2 mm waren gefragt.</translation>
        </message>
        <message>
            <source>The tip shifts when the electrode goes in: what you saw before is no longer there.</source>
            <translation>Die Spitze verrutscht, wenn die Elektrode hineingeht: was Sie vorher sahen, gilt nicht mehr.</translation>
        </message>
        <message>
            <source>The tip stands on bone, {off_um} from where the nerve crosses, and two views prove it.</source>
            <translation>Die Spitze steht auf dem Knochen, {off_um} von der Nervenkreuzung, und zwei Projektionen beweisen es.</translation>
        </message>
        <message>
            <source>The tip stands {off_um} from where the nerve crosses; two views show how far, and which way.</source>
            <translation>Die Spitze steht {off_um} von der Nervenkreuzung; zwei Projektionen zeigen, wie weit und wohin.</translation>
        </message>
        <message>
            <source>The tip went {past_um} on after bone was lost; 2 mm is the limit.</source>
            <translation>Die Spitze ging {past_um} weiter, nachdem der Knochen verloren war; 2 mm sind die Grenze.</translation>
        </message>
        <message>
            <source>The try counts no more; its file and its receipt stay.</source>
            <translation>Der Versuch zählt nicht mehr; Datei und Quittung bleiben.</translation>
        </message>
        <message>
            <source>The view to aim for</source>
            <translation>Die Projektion, die anzustreben ist</translation>
        </message>
        <message>
            <source>The warm-up was not ended</source>
            <translation>Das Aufwärmen wurde nicht beendet</translation>
        </message>
        <message>
            <source>The warm-up was not waived</source>
            <translation>Das Aufwärmen wurde nicht erlassen</translation>
        </message>
        <message>
            <source>The whole picture</source>
            <translation>Das ganze Bild</translation>
        </message>
        <message>
            <source>The whole procedure: test, numb, look again, heat, and stop where one has to.</source>
            <translation>Der ganze Eingriff: testen, betäuben, nachsehen, erhitzen und aufhören, wo man muss.</translation>
        </message>
        <message>
            <source>The whole receptor; the shutters open</source>
            <translation>Der ganze Empfänger; die Blenden öffnen</translation>
        </message>
        <message>
            <source>The work cannot be finished</source>
            <translation>Die Arbeit kann nicht beendet werden</translation>
        </message>
        <message>
            <source>The worst call was {worst_um} off in space; 3 mm is the limit.</source>
            <translation>Die schlechteste Angabe lag {worst_um} im Raum daneben; 3 mm sind die Grenze.</translation>
        </message>
        <message>
            <source>The {0} key cannot be handed out</source>
            <translation>Der Schlüssel ({0}) kann nicht ausgegeben werden</translation>
        </message>
        <message>
            <source>The {0} key cannot sign</source>
            <translation>Der Schlüssel ({0}) kann nicht unterschreiben</translation>
        </message>
        <message>
            <source>The {0} key was not made</source>
            <translation>Der Schlüssel ({0}) wurde nicht erzeugt</translation>
        </message>
        <message>
            <source>Thecal sac</source>
            <translation>Duralsack</translation>
        </message>
        <message>
            <source>Their PIN</source>
            <translation>Deren PIN</translation>
        </message>
        <message>
            <source>Their exams' records were to be kept until {day} at the latest: {names}. Erasing destroys the key of each name and its notes, which cannot be taken back, and writes down when and why. The records stay, under the pseudonyms.</source>
            <translation>Die Aufzeichnungen ihrer Prüfungen sollten längstens bis {day} aufbewahrt werden: {names}. Löschen vernichtet den Schlüssel jedes Namens und seiner Notizen, was sich nicht zurücknehmen lässt, und hält fest, wann und warum. Die Aufzeichnungen bleiben, unter den Pseudonymen.</translation>
        </message>
        <message>
            <source>There is a numb stripe round my ribs.</source>
            <translation>Um die Rippen ist ein tauber Streifen.</translation>
        </message>
        <message>
            <source>There is a reference run of the case as it stands.</source>
            <translation>Es gibt einen Referenzlauf des Falls, wie er jetzt ist.</translation>
        </message>
        <message>
            <source>There is an infection</source>
            <translation>Es besteht eine Infektion</translation>
        </message>
        <message>
            <source>There is no candidate {0}</source>
            <translation>Es gibt keine geprüfte Person {0}</translation>
        </message>
        <message>
            <source>There is no cut yet</source>
            <translation>Noch gibt es keine Grenze</translation>
        </message>
        <message>
            <source>There is no drill {0}</source>
            <translation>Es gibt keine Übung {0}</translation>
        </message>
        <message>
            <source>There is no expert's picture</source>
            <translation>Es gibt kein Bild des Experten</translation>
        </message>
        <message>
            <source>There is no manuscript {0}</source>
            <translation>Es gibt keinen Entwurf {0}</translation>
        </message>
        <message>
            <source>There is no paper {0}</source>
            <translation>Es gibt keine Arbeit {0}</translation>
        </message>
        <message>
            <source>There is no patient to look at</source>
            <translation>Es ist kein Patient zum Ansehen da</translation>
        </message>
        <message>
            <source>There is no picture to keep yet.</source>
            <translation>Es gibt noch kein Bild zum Behalten.</translation>
        </message>
        <message>
            <source>There is no picture to look at</source>
            <translation>Es ist kein Bild anzusehen</translation>
        </message>
        <message>
            <source>There is no picture {0}</source>
            <translation>Es gibt kein Bild {0}</translation>
        </message>
        <message>
            <source>There is no run to replay yet; hold F for some seconds.</source>
            <translation>Es gibt noch keine Serie; halten Sie F einige Sekunden.</translation>
        </message>
        <message>
            <source>There is no scenario {0}</source>
            <translation>Es gibt kein Szenario {0}</translation>
        </message>
        <message>
            <source>There is no session {0}</source>
            <translation>Es gibt keine Sitzung {0}</translation>
        </message>
        <message>
            <source>There is no step to go back to</source>
            <translation>Es gibt keinen Schritt, zu dem man zurückkann</translation>
        </message>
        <message>
            <source>There is no such try</source>
            <translation>Diesen Versuch gibt es nicht</translation>
        </message>
        <message>
            <source>There is no warm-up</source>
            <translation>Es gibt kein Aufwärmen</translation>
        </message>
        <message>
            <source>There is no {0} key</source>
            <translation>Es gibt keinen Schlüssel ({0})</translation>
        </message>
        <message>
            <source>There is no {0} {1} here</source>
            <translation>Hier gibt es kein {0} {1}</translation>
        </message>
        <message>
            <source>There is nothing to cut</source>
            <translation>Es gibt nichts zu schneiden</translation>
        </message>
        <message>
            <source>There is nothing to export</source>
            <translation>Es gibt nichts auszugeben</translation>
        </message>
        <message>
            <source>There is nothing to fill in: it needs a patient and a target first.</source>
            <translation>Es gibt nichts zu ergänzen: Erst braucht es einen Patienten und ein Ziel.</translation>
        </message>
        <message>
            <source>There is nothing to look at yet</source>
            <translation>Es gibt noch nichts zu sehen</translation>
        </message>
        <message>
            <source>There is nothing to score</source>
            <translation>Es gibt nichts zu bewerten</translation>
        </message>
        <message>
            <source>These are more than {attempts} attempts: reaching it by chance is likelier now.</source>
            <translation>Es sind mehr als {attempts} Versuche: Zufälliges Erreichen ist jetzt wahrscheinlicher.</translation>
        </message>
        <message>
            <source>These players cannot play</source>
            <translation>Diese Spieler können nicht spielen</translation>
        </message>
        <message>
            <source>This attempt cannot be scored</source>
            <translation>Dieser Versuch kann nicht bewertet werden</translation>
        </message>
        <message>
            <source>This case is open already</source>
            <translation>Dieser Fall ist schon geöffnet</translation>
        </message>
        <message>
            <source>This drill cannot be judged</source>
            <translation>Diese Übung kann nicht beurteilt werden</translation>
        </message>
        <message>
            <source>This installation is not whole</source>
            <translation>Diese Installation ist nicht vollständig</translation>
        </message>
        <message>
            <source>This is no standard: {why}.</source>
            <translation>Das ist kein Standard: {why}.</translation>
        </message>
        <message>
            <source>This run cannot be the reference</source>
            <translation>Dieser Lauf kann nicht die Referenz sein</translation>
        </message>
        <message>
            <source>This run is the case's reference now.</source>
            <translation>Dieser Lauf ist jetzt die Referenz des Falls.</translation>
        </message>
        <message>
            <source>Through the skin.</source>
            <translation>Durch die Haut.</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Donnerstag</translation>
        </message>
        <message>
            <source>Tilt along the held picture, 0.2° a pixel, Shift 0.04°</source>
            <translation>Kippen entlang des gehaltenen Bildes, 0,2° je Pixel, Umschalt 0,04°</translation>
        </message>
        <message>
            <source>Tilt the receptor 1° toward the feet</source>
            <translation>Den Empfänger 1° fußwärts kippen</translation>
        </message>
        <message>
            <source>Tilt the receptor 1° toward the head</source>
            <translation>Den Empfänger 1° kopfwärts kippen</translation>
        </message>
        <message>
            <source>Tilt the receptor 5° toward the feet</source>
            <translation>Den Empfänger 5° fußwärts kippen</translation>
        </message>
        <message>
            <source>Tilt the receptor 5° toward the head</source>
            <translation>Den Empfänger 5° kopfwärts kippen</translation>
        </message>
        <message>
            <source>Tilt until the upper end plate of {level}, in the middle, is one line. Four pictures at most.</source>
            <translation>Kippen, bis die Deckplatte von {level} in der Mitte eine Linie ist. Höchstens vier Bilder.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Restzeit</translation>
        </message>
        <message>
            <source>Time left at this station</source>
            <translation>Restzeit an dieser Station</translation>
        </message>
        <message>
            <source>Time of the stage 'case'</source>
            <translation>Zeit des Abschnitts Fall</translation>
        </message>
        <message>
            <source>Time of the stage 'end'</source>
            <translation>Zeit des Abschnitts Abschluss</translation>
        </message>
        <message>
            <source>Time of the stage 'level'</source>
            <translation>Zeit des Abschnitts Etage</translation>
        </message>
        <message>
            <source>Time of the stage 'needle'</source>
            <translation>Zeit des Abschnitts Nadel</translation>
        </message>
        <message>
            <source>Time of the stage 'treat'</source>
            <translation>Zeit des Abschnitts Behandlung</translation>
        </message>
        <message>
            <source>Time taken</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Time-out</source>
            <translation>Team-Time-out</translation>
        </message>
        <message>
            <source>Tip beside the line of sight to the target</source>
            <translation>Spitze neben der Sichtlinie zum Ziel</translation>
        </message>
        <message>
            <source>Tip error across the working view</source>
            <translation>Fehler der Spitze quer zur Arbeitsprojektion</translation>
        </message>
        <message>
            <source>Tip error in depth</source>
            <translation>Fehler der Spitze in der Tiefe</translation>
        </message>
        <message>
            <source>Tip error in depth when it was treated</source>
            <translation>Fehler der Spitze in der Tiefe bei der Behandlung</translation>
        </message>
        <message>
            <source>Tip error seen from behind when it was treated</source>
            <translation>Fehler der Spitze von hinten gesehen bei der Behandlung</translation>
        </message>
        <message>
            <source>Tip to target</source>
            <translation>Spitze zum Ziel</translation>
        </message>
        <message>
            <source>Tip to target when it was treated</source>
            <translation>Spitze zum Ziel bei der Behandlung</translation>
        </message>
        <message>
            <source>Tip to target: no needle in hand</source>
            <translation>Spitze zum Ziel: keine Nadel in der Hand</translation>
        </message>
        <message>
            <source>Tip to target: {mm} mm</source>
            <translation>Spitze zum Ziel: {mm} mm</translation>
        </message>
        <message>
            <source>Title, try-out, into the library</source>
            <translation>Titel, Probelauf, in die Bibliothek</translation>
        </message>
        <message>
            <source>To the list of what is missing or wrong; Enter leads to the field</source>
            <translation>Zur Liste dessen, was fehlt oder falsch ist; Enter führt zum Feld</translation>
        </message>
        <message>
            <source>Told: {words}</source>
            <translation>Gesagt: {words}</translation>
        </message>
        <message>
            <source>Too caudal</source>
            <translation>Zu kaudal</translation>
        </message>
        <message>
            <source>Too cranial</source>
            <translation>Zu kranial</translation>
        </message>
        <message>
            <source>Too deep</source>
            <translation>Zu tief</translation>
        </message>
        <message>
            <source>Too lateral</source>
            <translation>Zu lateral</translation>
        </message>
        <message>
            <source>Too medial</source>
            <translation>Zu medial</translation>
        </message>
        <message>
            <source>Too much spreads to other nerves and the foramen; too little misses its own.</source>
            <translation>Zu viel erreicht andere Nerven und das Foramen; zu wenig verfehlt den eigenen.</translation>
        </message>
        <message>
            <source>Too much, the wrong agent or the wrong place turns an anaesthetic into a complication.</source>
            <translation>Zu viel, das falsche Mittel oder der falsche Ort machen aus der Betäubung eine Komplikation.</translation>
        </message>
        <message>
            <source>Too short</source>
            <translation>Nicht tief genug</translation>
        </message>
        <message>
            <source>Touch the superolateral corner of {level}, {side}, with the bent needle; walk off its upper edge and leave the tip 2 mm above it.</source>
            <translation>Berühren Sie mit der gebogenen Nadel die obere äußere Ecke von {level}, {side}; über die Oberkante abgleiten und die Spitze 2 mm darüber lassen.</translation>
        </message>
        <message>
            <source>Touch three points or more, well apart</source>
            <translation>Drei Punkte oder mehr berühren, weit auseinander</translation>
        </message>
        <message>
            <source>Touch {0} again, and check that each point is the one that is named</source>
            <translation>{0} nochmals berühren und prüfen, ob jeder Punkt der genannte ist</translation>
        </message>
        <message>
            <source>Tracked needle</source>
            <translation>Verfolgte Nadel</translation>
        </message>
        <message>
            <source>Tracked phantom</source>
            <translation>Verfolgtes Phantom</translation>
        </message>
        <message>
            <source>Trackpad</source>
            <translation>Trackpad</translation>
        </message>
        <message>
            <source>Train it: {title}</source>
            <translation>Üben: {title}</translation>
        </message>
        <message>
            <source>Transfer to hospital</source>
            <translation>Ins Krankenhaus verlegen</translation>
        </message>
        <message>
            <source>Treat the pain</source>
            <translation>Schmerz behandeln</translation>
        </message>
        <message>
            <source>Treatments with a view down the hub</source>
            <translation>Behandlungen mit Blick durch den Ansatz</translation>
        </message>
        <message>
            <source>Treatments with a working view of the needle</source>
            <translation>Behandlungen mit Arbeitsprojektion der Nadel</translation>
        </message>
        <message>
            <source>Treatments with the depth seen after the last movement</source>
            <translation>Behandlungen mit Tiefenbild nach der letzten Bewegung</translation>
        </message>
        <message>
            <source>Triamcinolone 40 mg/mL, particulate</source>
            <translation>Triamcinolon 40 mg/ml, partikulär</translation>
        </message>
        <message>
            <source>True AP</source>
            <translation>Exaktes AP</translation>
        </message>
        <message>
            <source>True AP, but it took {shots} pictures; four are enough.</source>
            <translation>Exaktes AP, aber mit {shots} Bildern; vier genügen.</translation>
        </message>
        <message>
            <source>True lateral, or contralateral oblique</source>
            <translation>Exakte Seitansicht oder kontralaterale Schrägansicht</translation>
        </message>
        <message>
            <source>Trunk turned on the table</source>
            <translation>Rumpf auf dem Tisch gedreht</translation>
        </message>
        <message>
            <source>Truth: the tip was {mm} from target {number}</source>
            <translation>Wahr: die Spitze war {mm} von Ziel {number}</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>Versuch</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Try again in {0} s</source>
            <translation>In {0} s noch einmal versuchen</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Ausprobieren</translation>
        </message>
        <message>
            <source>Try the case again as it stands now</source>
            <translation>Probieren Sie den Fall erneut, wie er jetzt ist</translation>
        </message>
        <message>
            <source>Tubing</source>
            <translation>Verlängerung</translation>
        </message>
        <message>
            <source>Tubing on or off</source>
            <translation>Schlauch an oder ab</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Dienstag</translation>
        </message>
        <message>
            <source>Turn and tilt the C-arm: the further, the faster</source>
            <translation>Den C-Bogen drehen und kippen: je weiter, desto schneller</translation>
        </message>
        <message>
            <source>Turn the C-arm</source>
            <translation>Den C-Bogen drehen</translation>
        </message>
        <message>
            <source>Turn the detector so that the picture turns 5° to the left</source>
            <translation>Den Detektor drehen, sodass das Bild 5° nach links dreht</translation>
        </message>
        <message>
            <source>Turn the detector so that the picture turns 5° to the right</source>
            <translation>Den Detektor drehen, sodass das Bild 5° nach rechts dreht</translation>
        </message>
        <message>
            <source>Turn the gripped hub half an hour clockwise as seen from it: bevel or bent tip turn along</source>
            <translation>Den gegriffenen Ansatz eine halbe Stunde im Uhrzeigersinn drehen: Schliff oder gebogene Spitze drehen mit</translation>
        </message>
        <message>
            <source>Turn the gripped hub half an hour counter-clockwise</source>
            <translation>Den gegriffenen Ansatz eine halbe Stunde gegen den Uhrzeigersinn drehen</translation>
        </message>
        <message>
            <source>Turn the gripped hub ten minutes clockwise</source>
            <translation>Den gegriffenen Ansatz zehn Minuten im Uhrzeigersinn drehen</translation>
        </message>
        <message>
            <source>Turn the gripped hub ten minutes counter-clockwise</source>
            <translation>Den gegriffenen Ansatz zehn Minuten gegen den Uhrzeigersinn drehen</translation>
        </message>
        <message>
            <source>Turn the machine until shaft and hub are one dot, then advance.</source>
            <translation>Drehen Sie das Gerät, bis Schaft und Ansatz ein Punkt sind, dann vorschieben.</translation>
        </message>
        <message>
            <source>Turn the picture a quarter to the left; letters follow</source>
            <translation>Das Bild ein Viertel nach links drehen; Buchstaben folgen</translation>
        </message>
        <message>
            <source>Turn the picture a quarter to the right</source>
            <translation>Das Bild ein Viertel nach rechts drehen</translation>
        </message>
        <message>
            <source>Turn the receptor 1° toward screen left</source>
            <translation>Den Empfänger 1° nach links im Bild drehen</translation>
        </message>
        <message>
            <source>Turn the receptor 1° toward screen right</source>
            <translation>Den Empfänger 1° nach rechts im Bild drehen</translation>
        </message>
        <message>
            <source>Turn the receptor 5° toward screen left</source>
            <translation>Den Empfänger 5° nach links im Bild drehen</translation>
        </message>
        <message>
            <source>Turn the receptor 5° toward screen right</source>
            <translation>Den Empfänger 5° nach rechts im Bild drehen</translation>
        </message>
        <message>
            <source>Turn until the spinous process of {level} stands midway between its pedicles. Four pictures at most.</source>
            <translation>Drehen, bis der Dornfortsatz von {level} mittig zwischen seinen Pedikeln steht. Höchstens vier Bilder.</translation>
        </message>
        <message>
            <source>Turns the machine until the way to the bone is free in the picture</source>
            <translation>Dreht das Gerät, bis der Weg zum Knochen im Bild frei ist</translation>
        </message>
        <message>
            <source>Twenty corners</source>
            <translation>Zwanzig Ecken</translation>
        </message>
        <message>
            <source>Two nerves of one joint, contrast under the beam, a diary that can be believed; from the middle of the chest to both its ends.</source>
            <translation>Zwei Nerven eines Gelenks, Kontrastmittel unter Durchleuchtung, ein glaubwürdiges Tagebuch; von der Mitte des Brustkorbs bis zu seinen Enden.</translation>
        </message>
        <message>
            <source>Two pulses a second</source>
            <translation>Zwei Pulse je Sekunde</translation>
        </message>
        <message>
            <source>Two years</source>
            <translation>Zwei Jahre</translation>
        </message>
        <message>
            <source>Type it again</source>
            <translation>Geben Sie sie noch einmal ein</translation>
        </message>
        <message>
            <source>Type the PIN first</source>
            <translation>Zuerst die PIN eingeben</translation>
        </message>
        <message>
            <source>Type the passphrase again; if it is right, ask for the file again</source>
            <translation>Die Passphrase noch einmal eingeben; stimmt sie, die Datei noch einmal anfordern</translation>
        </message>
        <message>
            <source>Type the same one twice</source>
            <translation>Tippen Sie zweimal dieselbe</translation>
        </message>
        <message>
            <source>Type your name</source>
            <translation>Geben Sie Ihren Namen ein</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo: {what}</source>
            <translation>Rückgängig: {what}</translation>
        </message>
        <message>
            <source>Unpack it with another program and choose the folder</source>
            <translation>Entpacken Sie es mit einem anderen Programm und wählen Sie den Ordner</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Auf</translation>
        </message>
        <message>
            <source>Update the program; the folder is unharmed</source>
            <translation>Aktualisieren Sie das Programm; der Ordner ist unversehrt</translation>
        </message>
        <message>
            <source>Update this program, or ask the author for a copy that it can read; nothing was changed</source>
            <translation>Dieses Programm aktualisieren oder um eine lesbare Kopie bitten; nichts wurde geändert</translation>
        </message>
        <message>
            <source>Update this program; the file is unharmed</source>
            <translation>Aktualisieren Sie dieses Programm; die Datei ist unversehrt</translation>
        </message>
        <message>
            <source>Upper quarter</source>
            <translation>Oberes Viertel</translation>
        </message>
        <message>
            <source>Uptake is no error, it happens in 8 %: stop, move the needle, look again, then inject.</source>
            <translation>Gefäßaufnahme ist kein Fehler, sie kommt in 8 % vor: halt, Nadel bewegen, neu sehen, dann spritzen.</translation>
        </message>
        <message>
            <source>Use one of {0}</source>
            <translation>Verwenden Sie eines von {0}</translation>
        </message>
        <message>
            <source>Use that first</source>
            <translation>Zuerst diesen nutzen</translation>
        </message>
        <message>
            <source>Use the newer Rhizotomy Trainer; nothing was changed</source>
            <translation>Benutzen Sie den neueren Rhizotomy Trainer; nichts wurde verändert</translation>
        </message>
        <message>
            <source>Use the release it was made with; chain and states can be checked with any</source>
            <translation>Verwenden Sie die Version, mit der es gemacht wurde; Kette und Zustände prüft jede</translation>
        </message>
        <message>
            <source>Use the release it was made with; it can still be scored and verified</source>
            <translation>Verwenden Sie die Version, mit der es gemacht wurde; bewertet und geprüft werden kann es trotzdem</translation>
        </message>
        <message>
            <source>Use the same processors and versions of libraries on every worker</source>
            <translation>Benutzen Sie auf jedem Arbeiter dieselben Prozessoren und dieselben Fassungen der Bibliotheken</translation>
        </message>
        <message>
            <source>Use the whole screen, or not</source>
            <translation>Den ganzen Bildschirm nutzen, oder nicht</translation>
        </message>
        <message>
            <source>VIEW {name}</source>
            <translation>PROJEKTION {name}</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Variance</source>
            <translation>Varianz</translation>
        </message>
        <message>
            <source>Vein</source>
            <translation>Vene</translation>
        </message>
        <message>
            <source>Ventral ramus</source>
            <translation>Ramus ventralis</translation>
        </message>
        <message>
            <source>Verdicts, weighted kappa: {first} and {second}</source>
            <translation>Urteile, gewichtetes Kappa: {first} und {second}</translation>
        </message>
        <message>
            <source>Verify it</source>
            <translation>Bitte nachprüfen</translation>
        </message>
        <message>
            <source>Verify the session's files</source>
            <translation>Die Dateien der Sitzung nachprüfen</translation>
        </message>
        <message>
            <source>Version {version} of {name} is in your library.</source>
            <translation>Version {version} von {name} steht in Ihrer Bibliothek.</translation>
        </message>
        <message>
            <source>Version, intended use, evidence, licences, support</source>
            <translation>Version, Zweckbestimmung, Evidenz, Lizenzen, Support</translation>
        </message>
        <message>
            <source>View chosen: {view}</source>
            <translation>Ansicht gewählt: {view}</translation>
        </message>
        <message>
            <source>View {name} stands ready.</source>
            <translation>Projektion {name} steht bereit.</translation>
        </message>
        <message>
            <source>View: the end plate is one line here</source>
            <translation>Projektion: Hier ist die Deckplatte eine Linie</translation>
        </message>
        <message>
            <source>View: {oblique}, {tilt}</source>
            <translation>Projektion: {oblique}, {tilt}</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Projektionen</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>Ungültig</translation>
        </message>
        <message>
            <source>Volume, µL</source>
            <translation>Menge, µL</translation>
        </message>
        <message>
            <source>Wait 10 s</source>
            <translation>10 s warten</translation>
        </message>
        <message>
            <source>Wait until it is done, then try again</source>
            <translation>Warten, bis es fertig ist, dann noch einmal versuchen</translation>
        </message>
        <message>
            <source>Waited</source>
            <translation>Gewartet</translation>
        </message>
        <message>
            <source>Waive the warm-up</source>
            <translation>Ohne Eingewöhnung</translation>
        </message>
        <message>
            <source>Wall of stations</source>
            <translation>Tafel der Stationen</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>Eingewöhnung</translation>
        </message>
        <message>
            <source>Warming up</source>
            <translation>Gewöhnt sich ein</translation>
        </message>
        <message>
            <source>Was it safe?</source>
            <translation>War es sicher?</translation>
        </message>
        <message>
            <source>Watch 0.2 mL of contrast run. What does it draw, and what do you do?</source>
            <translation>Sehen Sie 0,2 ml Kontrastmittel laufen. Was zeichnet es, und was tun Sie?</translation>
        </message>
        <message>
            <source>Watch the contrast while it runs</source>
            <translation>Das Kontrastmittel beim Laufen beobachten</translation>
        </message>
        <message>
            <source>We are done.</source>
            <translation>Wir sind fertig.</translation>
        </message>
        <message>
            <source>Web page (*.html)</source>
            <translation>Webseite (*.html)</translation>
        </message>
        <message>
            <source>Wedge fracture, height lost</source>
            <translation>Keilbruch, Höhenverlust</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Mittwoch</translation>
        </message>
        <message>
            <source>Weeks ago</source>
            <translation>Vor Wochen</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>What a careful operator takes</source>
            <translation>Was man sorgfältig einstellt</translation>
        </message>
        <message>
            <source>What answers there is no tracker.</source>
            <translation>Was dort antwortet, ist kein Tracker.</translation>
        </message>
        <message>
            <source>What do you do?</source>
            <translation>Was tun Sie?</translation>
        </message>
        <message>
            <source>What does not hold alone will not hold inside a whole procedure.</source>
            <translation>Was allein nicht sitzt, sitzt auch im ganzen Eingriff nicht.</translation>
        </message>
        <message>
            <source>What does the contrast draw?</source>
            <translation>Was zeichnet das Kontrastmittel?</translation>
        </message>
        <message>
            <source>What else there is, and doing nothing</source>
            <translation>Was es sonst gibt, und nichts zu tun</translation>
        </message>
        <message>
            <source>What follows the contrast into a vessel or the canal does harm there and nothing here.</source>
            <translation>Was dem Kontrastmittel in Gefäß oder Kanal folgt, schadet dort und nützt hier nichts.</translation>
        </message>
        <message>
            <source>What is not heated keeps conducting, and the pain comes back early.</source>
            <translation>Was nicht erhitzt wird, leitet weiter, und der Schmerz kommt früh zurück.</translation>
        </message>
        <message>
            <source>What is not recognised gets worse while you look at the monitor.</source>
            <translation>Was nicht erkannt wird, wird schlimmer, während Sie auf den Monitor sehen.</translation>
        </message>
        <message>
            <source>What is not written yet is not here: ask at the station before you act on it.</source>
            <translation>Was noch nicht geschrieben ist, steht nicht hier: Fragen Sie an der Station, bevor Sie danach handeln.</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Was sie tut</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>Was es ist</translation>
        </message>
        <message>
            <source>What it is for, and what it is not</source>
            <translation>Wofür es ist, und wofür nicht</translation>
        </message>
        <message>
            <source>What lies ready</source>
            <translation>Was bereitliegt</translation>
        </message>
        <message>
            <source>What must be reached</source>
            <translation>Was zu erreichen ist</translation>
        </message>
        <message>
            <source>What must not be entered</source>
            <translation>Was nicht verletzt werden darf</translation>
        </message>
        <message>
            <source>What the debrief says</source>
            <translation>Was die Nachbesprechung sagt</translation>
        </message>
        <message>
            <source>What the patient wants</source>
            <translation>Was der Patient möchte</translation>
        </message>
        <message>
            <source>What these experts did in the simulator is a landmark, not a standard, and not proof that it is right for patients.</source>
            <translation>Was diese Experten im Simulator taten, ist eine Landmarke, kein Standard und kein Beweis, dass es für Patienten richtig ist.</translation>
        </message>
        <message>
            <source>What this screen is for, and a search through all pages</source>
            <translation>Wozu dieser Bildschirm da ist, und eine Suche über alle Seiten</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Was tun</translation>
        </message>
        <message>
            <source>What varies</source>
            <translation>Was schwankt</translation>
        </message>
        <message>
            <source>What was done is written down so that another can go on from it</source>
            <translation>Was getan wurde, ist so aufgeschrieben, dass jemand anderes daran anknüpfen kann</translation>
        </message>
        <message>
            <source>What will happen</source>
            <translation>Was geschehen wird</translation>
        </message>
        <message>
            <source>What you cannot see you cannot stop: past the bone's edge the next thing is the pleura.</source>
            <translation>Was Sie nicht sehen, können Sie nicht anhalten: hinter der Knochenkante kommt als Nächstes die Pleura.</translation>
        </message>
        <message>
            <source>What you chose on it was not signed and is forgotten.</source>
            <translation>Was Sie darin gewählt haben, ist nicht unterschrieben und wird vergessen.</translation>
        </message>
        <message>
            <source>Wheel on a monitor, hub not gripped</source>
            <translation>Rad auf einem Monitor, Ansatz nicht gegriffen</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>Where is the tip?</source>
            <translation>Wo ist die Spitze?</translation>
        </message>
        <message>
            <source>Where levels and corners are</source>
            <translation>Wo Höhen und Ecken liegen</translation>
        </message>
        <message>
            <source>Where nerves are taken to run: {conventions}</source>
            <translation>Angenommener Verlauf der Nerven: {conventions}</translation>
        </message>
        <message>
            <source>Where the target lies</source>
            <translation>Wo das Ziel liegt</translation>
        </message>
        <message>
            <source>Where the thoracic medial branch runs is disputed. The readings a scenario may accept:</source>
            <translation>Wo der thorakale Ramus medialis verläuft, ist umstritten. Die Lesarten, die ein Szenario anerkennen kann:</translation>
        </message>
        <message>
            <source>Where was the tip?</source>
            <translation>Wo war die Spitze?</translation>
        </message>
        <message>
            <source>Where you stand: {dose:.2f} µSv so far without an apron, simulated</source>
            <translation>Wo Sie stehen: bisher {dose:.2f} µSv ohne Schürze, simuliert</translation>
        </message>
        <message>
            <source>Whether at all, whether today, and with which plan: the file decides, not the referral.</source>
            <translation>Ob überhaupt, ob heute und mit welchem Plan: die Akte entscheidet, nicht die Überweisung.</translation>
        </message>
        <message>
            <source>Which one is it?</source>
            <translation>Welcher ist es?</translation>
        </message>
        <message>
            <source>Who lies on the table</source>
            <translation>Wer auf dem Tisch liegt</translation>
        </message>
        <message>
            <source>Whole field</source>
            <translation>Ganzes Feld</translation>
        </message>
        <message>
            <source>Whole mark</source>
            <translation>Gesamtpunkte</translation>
        </message>
        <message>
            <source>Whose PIN</source>
            <translation>Wessen PIN</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <source>Window and level; double click resets</source>
            <translation>Fenster und Lage; Doppelklick setzt zurück</translation>
        </message>
        <message>
            <source>Window: as the machine shows it</source>
            <translation>Fenster: wie das Gerät es zeigt</translation>
        </message>
        <message>
            <source>Window: dense bone spread out</source>
            <translation>Fenster: dichter Knochen gespreizt</translation>
        </message>
        <message>
            <source>Window: low contrast, everything at once</source>
            <translation>Fenster: wenig Kontrast, alles zugleich</translation>
        </message>
        <message>
            <source>Window: lung and rib edges</source>
            <translation>Fenster: Lunge und Rippenkanten</translation>
        </message>
        <message>
            <source>Window: needle and tip over bone</source>
            <translation>Fenster: Nadel und Spitze über Knochen</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Withdraw or turn the needle, test again at 2 Hz, and heat only when it stays away.</source>
            <translation>Ziehen Sie die Nadel zurück oder drehen Sie sie, testen Sie wieder mit 2 Hz und heizen Sie erst, wenn es ausbleibt.</translation>
        </message>
        <message>
            <source>Withdraw the needle</source>
            <translation>Die Nadel zurückziehen</translation>
        </message>
        <message>
            <source>Withdraw, fine</source>
            <translation>Zurück, fein</translation>
        </message>
        <message>
            <source>Within {tolerance:g} mm; hazards: {hazards}</source>
            <translation>Innerhalb {tolerance:g} mm; Gefahren: {hazards}</translation>
        </message>
        <message>
            <source>Without the test you do not know whether a motor nerve lies in what you are about to heat.</source>
            <translation>Ohne den Test wissen Sie nicht, ob ein motorischer Nerv in dem liegt, was Sie erhitzen.</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeiten</translation>
        </message>
        <message>
            <source>Write every mark of this session as a table for spreadsheets</source>
            <translation>Jede Bewertung dieser Sitzung als Tabelle schreiben</translation>
        </message>
        <message>
            <source>Write it down</source>
            <translation>Aufschreiben</translation>
        </message>
        <message>
            <source>Write the attempt's report as PDF or HTML, or its numbers as CSV</source>
            <translation>Den Bericht des Versuchs als PDF oder HTML schreiben, oder seine Zahlen als CSV</translation>
        </message>
        <message>
            <source>Write the attempts that are shown as a table for spreadsheets</source>
            <translation>Die gezeigten Versuche als Tabelle für Tabellenkalkulationen schreiben</translation>
        </message>
        <message>
            <source>Write the exam as its next version, with this cut and its record</source>
            <translation>Die Prüfung als nächste Version mit dieser Grenze und ihrem Nachweis schreiben</translation>
        </message>
        <message>
            <source>Write the note</source>
            <translation>Den Bericht schreiben</translation>
        </message>
        <message>
            <source>Write the numbers of this page as a table for spreadsheets</source>
            <translation>Die Zahlen dieser Seite als Tabelle schreiben</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Schreibt</translation>
        </message>
        <message>
            <source>Writing the exam</source>
            <translation>Die Prüfung wird geschrieben</translation>
        </message>
        <message>
            <source>Writing the report</source>
            <translation>Der Bericht wird geschrieben</translation>
        </message>
        <message>
            <source>Writing the table</source>
            <translation>Die Tabelle wird geschrieben</translation>
        </message>
        <message>
            <source>Written as version {version}: cut {cut} of 1000, set by Angoff.</source>
            <translation>Als Version {version} geschrieben: Grenze {cut} von 1000, nach Angoff gesetzt.</translation>
        </message>
        <message>
            <source>Written: {path}</source>
            <translation>Geschrieben: {path}</translation>
        </message>
        <message>
            <source>Wrong level</source>
            <translation>Falsche Höhe</translation>
        </message>
        <message>
            <source>Wrong patient, wrong side, infection and missed collapse all begin before the needle.</source>
            <translation>Falscher Patient, falsche Seite, Infektion und übersehener Kollaps beginnen alle vor der Nadel.</translation>
        </message>
        <message>
            <source>Wrong side</source>
            <translation>Falsche Seite</translation>
        </message>
        <message>
            <source>X-rays</source>
            <translation>Röntgenstrahlen</translation>
        </message>
        <message>
            <source>Yes - that is my pain, right there.</source>
            <translation>Ja - das ist mein Schmerz, genau da.</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Sie</translation>
        </message>
        <message>
            <source>You advanced {0} between two pictures, with {1} ahead.</source>
            <translation>Sie schoben zwischen zwei Bildern {0} vor, voraus: {1}.</translation>
        </message>
        <message>
            <source>You answered a complication</source>
            <translation>Sie haben eine Komplikation beantwortet</translation>
        </message>
        <message>
            <source>You are doing well; I am right here.</source>
            <translation>Sie machen das gut; ich bin bei Ihnen.</translation>
        </message>
        <message>
            <source>You checked the depth</source>
            <translation>Sie haben die Tiefe geprüft</translation>
        </message>
        <message>
            <source>You counted the level right</source>
            <translation>Sie haben die Etage richtig gezählt</translation>
        </message>
        <message>
            <source>You declared another level or side than the target's, or none on a picture.</source>
            <translation>Sie sagten eine andere Höhe oder Seite als die des Ziels an, oder keine auf einem Bild.</translation>
        </message>
        <message>
            <source>You declared another vertebra than the one in the middle, or not the one that was asked for.</source>
            <translation>Sie haben einen anderen Wirbel als den mittleren festgelegt, oder nicht den gefragten.</translation>
        </message>
        <message>
            <source>You declared {0} {1} on a picture, and it was right.</source>
            <translation>Sie sagten {0} {1} auf einem Bild an, und es stimmte.</translation>
        </message>
        <message>
            <source>You did</source>
            <translation>Sie taten</translation>
        </message>
        <message>
            <source>You did not meet the drill's criterion.</source>
            <translation>Sie haben das Kriterium der Übung nicht erfüllt.</translation>
        </message>
        <message>
            <source>You gave {0} of the reasons that the decision rests on.</source>
            <translation>Sie nannten {0} der Gründe, auf denen die Entscheidung ruht.</translation>
        </message>
        <message>
            <source>You had read {0} of the file when you decided.</source>
            <translation>Sie hatten {0} der Akte gelesen, als Sie entschieden.</translation>
        </message>
        <message>
            <source>You have not practised here yet: one minute in the room shows its five acts.</source>
            <translation>Sie haben hier noch nicht geübt: Eine Minute im Raum zeigt seine fünf Handlungen.</translation>
        </message>
        <message>
            <source>You left the tip {0} from the target, mostly {1}.</source>
            <translation>Sie ließen die Spitze {0} vom Ziel, vor allem: {1}.</translation>
        </message>
        <message>
            <source>You looked from the side with the tip {0} deep{1}. That is the picture that keeps a needle safe.</source>
            <translation>Sie sahen von der Seite, die Spitze {0} tief{1}. Das ist das Bild, das eine Nadel sicher hält.</translation>
        </message>
        <message>
            <source>You made no call before the reveal.</source>
            <translation>Sie haben vor der Auflösung kein Urteil abgegeben.</translation>
        </message>
        <message>
            <source>You needed {0} ({1}); the full mark ends at {2}.</source>
            <translation>Sie brauchten {0} ({1}); volle Punkte gibt es bis {2}.</translation>
        </message>
        <message>
            <source>You recognised what was happening and answered it rightly.</source>
            <translation>Sie erkannten, was geschah, und antworteten richtig.</translation>
        </message>
        <message>
            <source>You saw the uptake and moved</source>
            <translation>Sie haben die Gefäßfüllung gesehen und neu platziert</translation>
        </message>
        <message>
            <source>You stopped when the patient spoke</source>
            <translation>Sie haben aufgehört, als der Patient etwas sagte</translation>
        </message>
        <message>
            <source>You talked over {0} of what this patient needs to know.</source>
            <translation>Sie besprachen {0} dessen, was dieser Patient wissen muss.</translation>
        </message>
        <message>
            <source>You went {blind_um} without a picture of the tip; 10 mm is the limit.</source>
            <translation>Sie gingen {blind_um} ohne Bild der Spitze; 10 mm sind die Grenze.</translation>
        </message>
        <message>
            <source>You were right about safety but hardly sure: your eye is better than you think.</source>
            <translation>Zur Sicherheit lagen Sie richtig, aber kaum sicher: Ihr Blick ist besser, als Sie glauben.</translation>
        </message>
        <message>
            <source>You were right about safety, and rightly sure.</source>
            <translation>Zur Sicherheit lagen Sie richtig, und zu Recht sicher.</translation>
        </message>
        <message>
            <source>You were right about safety.</source>
            <translation>Zur Sicherheit lagen Sie richtig.</translation>
        </message>
        <message>
            <source>You were sure and wrong about safety: look once more before you rely on it.</source>
            <translation>Sie waren sicher und lagen falsch: Sehen Sie noch einmal hin, bevor Sie sich darauf verlassen.</translation>
        </message>
        <message>
            <source>You were wrong about safety, and you knew that you were not sure.</source>
            <translation>Zur Sicherheit lagen Sie falsch, und wussten, dass Sie nicht sicher waren.</translation>
        </message>
        <message>
            <source>You will feel pressure.</source>
            <translation>Sie werden Druck spüren.</translation>
        </message>
        <message>
            <source>You: {words}</source>
            <translation>Sie: {words}</translation>
        </message>
        <message>
            <source>Your active tip lay {0} off the nerve where it lay worst.</source>
            <translation>Ihre aktive Spitze lag an der schlechtesten Stelle {0} vom Nerv.</translation>
        </message>
        <message>
            <source>Your block numbed {0} nerves that were no target.</source>
            <translation>Ihre Blockade betäubte {0} Nerven, die kein Ziel waren.</translation>
        </message>
        <message>
            <source>Your block reached {0} where it reached least.</source>
            <translation>Ihre Blockade erreichte {0}, wo sie am wenigsten erreichte.</translation>
        </message>
        <message>
            <source>Your decision about the case was not the one that its story asks for.</source>
            <translation>Ihre Entscheidung über den Fall war nicht die, die seine Geschichte verlangt.</translation>
        </message>
        <message>
            <source>Your hand was in the beam in {0} pictures.</source>
            <translation>Ihre Hand war auf {0} Bildern im Strahl.</translation>
        </message>
        <message>
            <source>Your last try at it did not pass; the same skill once more, while it is fresh.</source>
            <translation>Ihr letzter Versuch wurde nicht bestanden; dieselbe Fertigkeit noch einmal, solange sie frisch ist.</translation>
        </message>
        <message>
            <source>Your lesions covered {0} of the nerve's stretch where it covered least.</source>
            <translation>Ihre Läsionen deckten {0} der Nervenstrecke, wo sie am wenigsten deckten.</translation>
        </message>
        <message>
            <source>Your marks, dose and time over attempts, evidence so far, drills and re-tests</source>
            <translation>Ihre Punkte, Dosis und Dauer über die Versuche, bisherige Evidenz, Übungen und Nachprüfungen</translation>
        </message>
        <message>
            <source>Your own block of {day}: {agent}, {percent} % better for {hours} hours.</source>
            <translation>Ihre eigene Blockade vom {day}: {agent}, {percent} % besser für {hours} Stunden.</translation>
        </message>
        <message>
            <source>Your tip came to {0} of the {1}'s margin, {2} deep.</source>
            <translation>Ihre Spitze kam bis {0} an den Rand von {1}, {2} tief.</translation>
        </message>
        <message>
            <source>Your tip came within {0} of it, margins left aside.</source>
            <translation>Ihre Spitze kam bis auf {0} heran, Ränder nicht gerechnet.</translation>
        </message>
        <message>
            <source>Zoom about the mouse</source>
            <translation>Um die Maus vergrößern</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <source>a TRANSFORM message has not its form</source>
            <translation>eine TRANSFORM-Nachricht hat nicht ihre Form</translation>
        </message>
        <message>
            <source>a block into a vessel is a false negative, or worse</source>
            <translation>eine Blockade in ein Gefäß ist falsch negativ oder Schlimmeres</translation>
        </message>
        <message>
            <source>a breathless patient does not come back</source>
            <translation>ein atemloser Patient kommt nicht wieder</translation>
        </message>
        <message>
            <source>a case of that id is in the library</source>
            <translation>ein Fall dieser Kennung ist in der Bibliothek</translation>
        </message>
        <message>
            <source>a case that ships with this program is called {0}</source>
            <translation>ein mitgelieferter Fall heißt {0}</translation>
        </message>
        <message>
            <source>a definition is never written over</source>
            <translation>eine Prüfungsfestlegung wird nie überschrieben</translation>
        </message>
        <message>
            <source>a delayed pneumothorax or neuritis is not recognised</source>
            <translation>ein später Pneumothorax oder eine Neuritis wird nicht erkannt</translation>
        </message>
        <message>
            <source>a direction of no length points nowhere</source>
            <translation>eine Richtung ohne Länge zeigt nirgendwohin</translation>
        </message>
        <message>
            <source>a faint is seen too late</source>
            <translation>eine Ohnmacht wird zu spät gesehen</translation>
        </message>
        <message>
            <source>a file of that name is there</source>
            <translation>eine Datei dieses Namens ist da</translation>
        </message>
        <message>
            <source>a folder is never written over</source>
            <translation>ein Ordner wird nie überschrieben</translation>
        </message>
        <message>
            <source>a gate names the part {0}, which there is not</source>
            <translation>eine Schranke nennt den Teil {0}, den es nicht gibt</translation>
        </message>
        <message>
            <source>a gate of the judgement names no part</source>
            <translation>eine Schranke des Urteils nennt keinen Teil</translation>
        </message>
        <message>
            <source>a group has fewer than 8 people</source>
            <translation>eine Gruppe hat weniger als 8 Personen</translation>
        </message>
        <message>
            <source>a guess</source>
            <translation>geraten</translation>
        </message>
        <message>
            <source>a hand in the beam</source>
            <translation>eine Hand im Strahl</translation>
        </message>
        <message>
            <source>a high impedance that is not understood; a pad burn</source>
            <translation>eine hohe Impedanz, die niemand versteht; eine Verbrennung unter der Elektrode</translation>
        </message>
        <message>
            <source>a landmark is given twice</source>
            <translation>eine Landmarke ist zweimal angegeben</translation>
        </message>
        <message>
            <source>a length of {0} mm is outside {1} to {2} mm</source>
            <translation>eine Länge von {0} mm liegt außerhalb von {1} bis {2} mm</translation>
        </message>
        <message>
            <source>a lesion runs: stop it first</source>
            <translation>eine Läsion läuft: halten Sie sie zuerst an</translation>
        </message>
        <message>
            <source>a mark is signed by somebody</source>
            <translation>eine Bewertung wird von jemandem unterschrieben</translation>
        </message>
        <message>
            <source>a message came damaged: its check sum is wrong</source>
            <translation>eine Nachricht kam beschädigt an: ihre Prüfsumme stimmt nicht</translation>
        </message>
        <message>
            <source>a message there is too large</source>
            <translation>eine Nachricht dort ist zu groß</translation>
        </message>
        <message>
            <source>a needle goes through an infected patient</source>
            <translation>eine Nadel geht durch einen infizierten Patienten</translation>
        </message>
        <message>
            <source>a needle left behind</source>
            <translation>eine zurückgelassene Nadel</translation>
        </message>
        <message>
            <source>a newer program made them (version {0}, known is {1})</source>
            <translation>ein neueres Programm hat sie gemacht (Fassung {0}, bekannt ist {1})</translation>
        </message>
        <message>
            <source>a newer version made it (schema {0}, this program reads {1})</source>
            <translation>eine neuere Version hat es gemacht (Schema {0}, dieses Programm liest {1})</translation>
        </message>
        <message>
            <source>a newer version of the studio wrote it (format {0}, this one reads {1})</source>
            <translation>ein neueres Studio hat ihn geschrieben (Format {0}, dieses liest {1})</translation>
        </message>
        <message>
            <source>a numb patch comes as a shock</source>
            <translation>eine taube Stelle erschreckt</translation>
        </message>
        <message>
            <source>a number is not finite</source>
            <translation>eine Zahl ist nicht endlich</translation>
        </message>
        <message>
            <source>a package does not lie in the folder it is made of</source>
            <translation>ein Paket liegt nicht in dem Ordner, aus dem es gemacht wird</translation>
        </message>
        <message>
            <source>a patient folder is never written over</source>
            <translation>ein Patientenordner wird nie überschrieben</translation>
        </message>
        <message>
            <source>a picture has at most {0} MB</source>
            <translation>ein Bild hat höchstens {0} MB</translation>
        </message>
        <message>
            <source>a placement is marked by one needle at the first target; a block treats several</source>
            <translation>eine Platzierung wird an einer Nadel am ersten Ziel gemessen; mehrere behandelt eine Blockade</translation>
        </message>
        <message>
            <source>a procedure without consent</source>
            <translation>ein Eingriff ohne Einwilligung</translation>
        </message>
        <message>
            <source>a radiograph shows no depth, so no distance to a hazard can be measured</source>
            <translation>eine Röntgenaufnahme zeigt keine Tiefe, also ist kein Abstand zu einer Gefahr messbar</translation>
        </message>
        <message>
            <source>a reflex instead of a decision</source>
            <translation>ein Reflex statt einer Entscheidung</translation>
        </message>
        <message>
            <source>a rib space twitches</source>
            <translation>ein Zwischenrippenraum zuckt</translation>
        </message>
        <message>
            <source>a ruler or a ball gives millimetres in one plane of one picture, and {0} are given</source>
            <translation>ein Lineal oder eine Kugel gibt Millimeter in einer Ebene eines Bildes, und {0} sind angegeben</translation>
        </message>
        <message>
            <source>a scenario of that id {0} with other content (here {1}, package {2}, version {3})</source>
            <translation>ein Szenario mit dieser Kennung {0} hat einen anderen Inhalt (hier {1}, im Paket {2}, Version {3})</translation>
        </message>
        <message>
            <source>a second person must agree</source>
            <translation>eine zweite Person muss zustimmen</translation>
        </message>
        <message>
            <source>a second puncture</source>
            <translation>ein zweiter Einstich</translation>
        </message>
        <message>
            <source>a start at the wrong moment; warning signs are kept back</source>
            <translation>ein Zusammenzucken zur falschen Zeit; Warnzeichen werden verschwiegen</translation>
        </message>
        <message>
            <source>a station is not over yet</source>
            <translation>eine Station ist noch nicht vorbei</translation>
        </message>
        <message>
            <source>a synthetic patient's targets are names</source>
            <translation>die Ziele eines erzeugten Patienten sind Namen</translation>
        </message>
        <message>
            <source>a tip on target is 0 off, and any other more</source>
            <translation>eine Spitze im Ziel ist 0 daneben, jede andere mehr</translation>
        </message>
        <message>
            <source>a topic has two pages</source>
            <translation>ein Thema hat zwei Seiten</translation>
        </message>
        <message>
            <source>a true lateral</source>
            <translation>eine exakte Seitansicht</translation>
        </message>
        <message>
            <source>a try is left there</source>
            <translation>dort ist noch ein Durchgang frei</translation>
        </message>
        <message>
            <source>a twitch beside the spine</source>
            <translation>ein Zucken neben der Wirbelsäule</translation>
        </message>
        <message>
            <source>a ventral ramus within reach of the heat</source>
            <translation>ein Ramus ventralis in Reichweite der Hitze</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation>eine ganze Zahl von {0} bis {1}</translation>
        </message>
        <message>
            <source>a worker builds patient {0}, this program {1}</source>
            <translation>ein Arbeiter baut den Patienten {0}, dieses Programm {1}</translation>
        </message>
        <message>
            <source>abdomen</source>
            <translation>Bauch</translation>
        </message>
        <message>
            <source>absolute agreement, ICC(2,1)</source>
            <translation>absolute Übereinstimmung, ICC(2,1)</translation>
        </message>
        <message>
            <source>across-implant</source>
            <translation>durchs Implantat</translation>
        </message>
        <message>
            <source>acts of the staff need their PIN</source>
            <translation>was Aufsicht und Prüfende tun, braucht ihre PIN</translation>
        </message>
        <message>
            <source>add up to {0}, and {1} is all of the pain</source>
            <translation>ergeben zusammen {0}, und {1} ist der ganze Schmerz</translation>
        </message>
        <message>
            <source>advance and prove the depth, then submit</source>
            <translation>vorschieben und die Tiefe nachweisen, dann abgeben</translation>
        </message>
        <message>
            <source>again at</source>
            <translation>wieder um</translation>
        </message>
        <message>
            <source>alcohol</source>
            <translation>Alkohol</translation>
        </message>
        <message>
            <source>an agent is listed twice</source>
            <translation>ein Mittel steht zweimal da</translation>
        </message>
        <message>
            <source>an anticoagulant is met by surprise</source>
            <translation>ein Gerinnungshemmer überrascht</translation>
        </message>
        <message>
            <source>an attempt is never written over</source>
            <translation>ein Versuch wird nie überschrieben</translation>
        </message>
        <message>
            <source>an attempt of that id is here</source>
            <translation>ein Versuch mit dieser Kennung ist schon da</translation>
        </message>
        <message>
            <source>an id has 2 to 64 small letters, digits and hyphens</source>
            <translation>eine Kennung hat 2 bis 64 Kleinbuchstaben, Ziffern und Bindestriche</translation>
        </message>
        <message>
            <source>an injection that nobody has seen the place of</source>
            <translation>eine Injektion, deren Ort niemand gesehen hat</translation>
        </message>
        <message>
            <source>an own CT</source>
            <translation>ein eigenes CT</translation>
        </message>
        <message>
            <source>another Rhizotomy Trainer on this computer is installing one</source>
            <translation>ein anderer Rhizotomy Trainer auf diesem Rechner installiert gerade eines</translation>
        </message>
        <message>
            <source>another Rhizotomy Trainer on this computer is recording it</source>
            <translation>ein anderer Rhizotomy Trainer auf diesem Rechner zeichnet ihn auf</translation>
        </message>
        <message>
            <source>another file of that name is there</source>
            <translation>eine andere Datei dieses Namens ist da</translation>
        </message>
        <message>
            <source>another studio on this computer is writing it</source>
            <translation>ein anderes Studio auf diesem Rechner schreibt daran</translation>
        </message>
        <message>
            <source>answer this one first</source>
            <translation>beantworten Sie zuerst dies</translation>
        </message>
        <message>
            <source>app bat cmd com dll dylib exe jar js lnk msi ps1 py pyc pyd scr sh so url vbs</source>
            <translation>app bat cmd com dll dylib exe jar js lnk msi ps1 py pyc pyd scr sh so url vbs</translation>
        </message>
        <message>
            <source>attempts in the records were scored by another rubric {0} (SHA-256 {1}, this one {2})</source>
            <translation>Versuche im Archiv wurden mit einem anderen Bewertungsschema {0} bewertet (SHA-256 {1}, dieses {2})</translation>
        </message>
        <message>
            <source>beside the point</source>
            <translation>tut nichts zur Sache</translation>
        </message>
        <message>
            <source>bleeding into the clothes</source>
            <translation>Blut in der Kleidung</translation>
        </message>
        <message>
            <source>blood, fluid or air at the tip goes unseen</source>
            <translation>Blut, Flüssigkeit oder Luft an der Spitze bleibt ungesehen</translation>
        </message>
        <message>
            <source>bone</source>
            <translation>Knochen</translation>
        </message>
        <message>
            <source>bone holds the bent tip on that side</source>
            <translation>Knochen hält die gebogene Spitze auf dieser Seite</translation>
        </message>
        <message>
            <source>bone lies against the needle on that side</source>
            <translation>Knochen liegt auf dieser Seite an der Nadel</translation>
        </message>
        <message>
            <source>bone stops the tip</source>
            <translation>Knochen hält die Spitze auf</translation>
        </message>
        <message>
            <source>bony</source>
            <translation>knöchern</translation>
        </message>
        <message>
            <source>boost</source>
            <translation>erhöht</translation>
        </message>
        <message>
            <source>both legs twitch</source>
            <translation>beide Beine zucken</translation>
        </message>
        <message>
            <source>both legs weak</source>
            <translation>beide Beine schwach</translation>
        </message>
        <message>
            <source>both persons are the same</source>
            <translation>beide Personen sind dieselbe</translation>
        </message>
        <message>
            <source>buttock</source>
            <translation>Gesäß</translation>
        </message>
        <message>
            <source>by-side</source>
            <translation>seitlich</translation>
        </message>
        <message>
            <source>calf</source>
            <translation>Wade</translation>
        </message>
        <message>
            <source>cardiology-agreed</source>
            <translation>mit Kardiologie abgestimmt</translation>
        </message>
        <message>
            <source>case and seed done before: {count}</source>
            <translation>Fall und Startwert schon gehabt: {count}</translation>
        </message>
        <message>
            <source>certain</source>
            <translation>ganz sicher</translation>
        </message>
        <message>
            <source>changed in the studio</source>
            <translation>im Studio geändert</translation>
        </message>
        <message>
            <source>changing syringe and electrode has moved the tip</source>
            <translation>der Wechsel von Spritze und Elektrode hat die Spitze bewegt</translation>
        </message>
        <message>
            <source>chest</source>
            <translation>Brust</translation>
        </message>
        <message>
            <source>chlorhexidine</source>
            <translation>Chlorhexidin</translation>
        </message>
        <message>
            <source>clinical reference</source>
            <translation>klinische Referenz</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>beendet</translation>
        </message>
        <message>
            <source>cohort</source>
            <translation>Jahrgang</translation>
        </message>
        <message>
            <source>confused, restless</source>
            <translation>verwirrt, unruhig</translation>
        </message>
        <message>
            <source>consent rests on a promise that nobody can make</source>
            <translation>die Einwilligung ruht auf einem Versprechen, das niemand geben kann</translation>
        </message>
        <message>
            <source>consent without a choice</source>
            <translation>eine Einwilligung ohne Wahl</translation>
        </message>
        <message>
            <source>consistency, ICC(3,1)</source>
            <translation>Konsistenz, ICC(3,1)</translation>
        </message>
        <message>
            <source>contralateral</source>
            <translation>kontralateral</translation>
        </message>
        <message>
            <source>contrast, anaesthetic or prep is given regardless</source>
            <translation>Kontrast-, Betäubungs- oder Desinfektionsmittel werden trotzdem gegeben</translation>
        </message>
        <message>
            <source>conv.</source>
            <translation>konv.</translation>
        </message>
        <message>
            <source>conventional</source>
            <translation>konventionell</translation>
        </message>
        <message>
            <source>cool.</source>
            <translation>gek.</translation>
        </message>
        <message>
            <source>cooled</source>
            <translation>gekühlt</translation>
        </message>
        <message>
            <source>cost {marks} marks</source>
            <translation>kostete {marks} Punkte</translation>
        </message>
        <message>
            <source>coughs, breathes fast and shallow</source>
            <translation>hustet, atmet schnell und flach</translation>
        </message>
        <message>
            <source>critical</source>
            <translation>kritisch</translation>
        </message>
        <message>
            <source>current disturbs a pacemaker or stimulator</source>
            <translation>Strom stört einen Schrittmacher oder Stimulator</translation>
        </message>
        <message>
            <source>debrief</source>
            <translation>Nachbesprechung</translation>
        </message>
        <message>
            <source>decline</source>
            <translation>ablehnen</translation>
        </message>
        <message>
            <source>deep</source>
            <translation>tief</translation>
        </message>
        <message>
            <source>depth</source>
            <translation>Tiefe</translation>
        </message>
        <message>
            <source>difficulty {number} of 5</source>
            <translation>Schwierigkeit {number} von 5</translation>
        </message>
        <message>
            <source>does not answer, no pulse</source>
            <translation>antwortet nicht, kein Puls</translation>
        </message>
        <message>
            <source>does not ask that the weak evidence is spoken of</source>
            <translation>verlangt nicht, dass über die schwache Evidenz gesprochen wird</translation>
        </message>
        <message>
            <source>does not belong to a {0} patient</source>
            <translation>gehört nicht zu einem Patienten der Art {0}</translation>
        </message>
        <message>
            <source>done</source>
            <translation>getan</translation>
        </message>
        <message>
            <source>dose to the operator</source>
            <translation>Dosis für den Operateur</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>every judge estimates every station</source>
            <translation>jeder Gutachter schätzt jede Station</translation>
        </message>
        <message>
            <source>every picture that must be looked at was looked at</source>
            <translation>jedes Bild, das angesehen werden muss, wurde angesehen</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>überall</translation>
        </message>
        <message>
            <source>exactly there</source>
            <translation>genau dort</translation>
        </message>
        <message>
            <source>faint, toxicity and pneumothorax happen on the way home</source>
            <translation>Ohnmacht, Vergiftung und Pneumothorax geschehen auf dem Heimweg</translation>
        </message>
        <message>
            <source>files that cannot be judged: {count}</source>
            <translation>nicht bewertbare Dateien: {count}</translation>
        </message>
        <message>
            <source>firm</source>
            <translation>fest</translation>
        </message>
        <message>
            <source>flushed, wheals, wheezing</source>
            <translation>gerötet, Quaddeln, pfeifender Atem</translation>
        </message>
        <message>
            <source>foot end</source>
            <translation>Fußende</translation>
        </message>
        <message>
            <source>from</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>hanging</source>
            <translation>hängend</translation>
        </message>
        <message>
            <source>hardly answers</source>
            <translation>antwortet kaum</translation>
        </message>
        <message>
            <source>has a scale in one plane only; such a picture stands alone</source>
            <translation>hat einen Maßstab nur in einer Ebene; ein solches Bild steht allein</translation>
        </message>
        <message>
            <source>heat at an unknown depth: ramus, foramen or pleura</source>
            <translation>Hitze in unbekannter Tiefe: Ramus, Foramen oder Pleura</translation>
        </message>
        <message>
            <source>heat in an awake nerve</source>
            <translation>Hitze in einem wachen Nerv</translation>
        </message>
        <message>
            <source>here it is {0}, the exam was defined with {1}</source>
            <translation>hier ist es {0}, festgelegt wurde die Prüfung mit {1}</translation>
        </message>
        <message>
            <source>holds the invisible mark {0}</source>
            <translation>enthält das unsichtbare Zeichen {0}</translation>
        </message>
        <message>
            <source>holds the invisible mark {0}, which is not shown safely</source>
            <translation>enthält das unsichtbare Zeichen {0}, das sich nicht sicher zeigen lässt</translation>
        </message>
        <message>
            <source>home</source>
            <translation>Startseite</translation>
        </message>
        <message>
            <source>hub</source>
            <translation>Ansatz</translation>
        </message>
        <message>
            <source>infection</source>
            <translation>Infektion</translation>
        </message>
        <message>
            <source>ipsilateral</source>
            <translation>ipsilateral</translation>
        </message>
        <message>
            <source>is empty</source>
            <translation>ist leer</translation>
        </message>
        <message>
            <source>is missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>is missing: all of the pain is then taken to come from the target joints</source>
            <translation>fehlt: dann gilt, dass aller Schmerz aus den Zielgelenken kommt</translation>
        </message>
        <message>
            <source>is missing; a {0} patient needs it</source>
            <translation>fehlt; ein Patient der Art {0} braucht es</translation>
        </message>
        <message>
            <source>is missing; a {0} patient's targets need it</source>
            <translation>fehlt; die Ziele eines Patienten der Art {0} brauchen es</translation>
        </message>
        <message>
            <source>is still in the program's words; tell it as this person's case</source>
            <translation>steht noch in den Worten des Programms da; erzählen Sie es als den Fall dieses Menschen</translation>
        </message>
        <message>
            <source>is {0}, and stated_profile is {1}</source>
            <translation>ist {0}, und stated_profile ist {1}</translation>
        </message>
        <message>
            <source>is {0}, and the patient is {1}</source>
            <translation>ist {0}, und der Patient ist {1}</translation>
        </message>
        <message>
            <source>it belongs to an exam, whose results are withheld until they are released</source>
            <translation>er gehört zu einer Prüfung, deren Ergebnisse bis zur Freigabe zurückgehalten werden</translation>
        </message>
        <message>
            <source>it cannot be read any more</source>
            <translation>sie ist nicht mehr lesbar</translation>
        </message>
        <message>
            <source>it changed meanwhile</source>
            <translation>er hat sich inzwischen geändert</translation>
        </message>
        <message>
            <source>it changed while it was read</source>
            <translation>sie hat sich beim Lesen verändert</translation>
        </message>
        <message>
            <source>it does not say {0} and the seven lines that follow</source>
            <translation>es nennt {0} und die sieben Zeilen danach nicht</translation>
        </message>
        <message>
            <source>it holds a password, and others can read a command line</source>
            <translation>sie enthält ein Passwort, und andere können eine Befehlszeile lesen</translation>
        </message>
        <message>
            <source>it holds no header line</source>
            <translation>es enthält keine Kopfzeile</translation>
        </message>
        <message>
            <source>it holds tables of another program ({0})</source>
            <translation>sie enthält Tabellen eines anderen Programms ({0})</translation>
        </message>
        <message>
            <source>it holds {0}, the scenario was made for {1}</source>
            <translation>er enthält {0}, das Szenario wurde für {1} gemacht</translation>
        </message>
        <message>
            <source>it is a set of radiographs or a bare CT</source>
            <translation>es ist ein Satz Röntgenbilder oder ein CT ohne Landmarken</translation>
        </message>
        <message>
            <source>it is a sitting of an exam, whose results are shown once they are released</source>
            <translation>sie gehört zu einer Prüfung, deren Ergebnisse erst nach der Freigabe gezeigt werden</translation>
        </message>
        <message>
            <source>it is answered: go on</source>
            <translation>es ist beantwortet: weiter</translation>
        </message>
        <message>
            <source>it is encrypted for an exam until the session starts</source>
            <translation>es ist für eine Prüfung verschlüsselt, bis sie beginnt</translation>
        </message>
        <message>
            <source>it is larger than {0} MB</source>
            <translation>es ist größer als {0} MB</translation>
        </message>
        <message>
            <source>it is no {0} Ed25519 key</source>
            <translation>es ist kein {0} Ed25519-Schlüssel</translation>
        </message>
        <message>
            <source>it is not one of your own cases</source>
            <translation>er ist keiner Ihrer eigenen Fälle</translation>
        </message>
        <message>
            <source>it is not signed, as an exam's is</source>
            <translation>sie ist nicht unterschrieben, wie es bei einer Prüfung sein muss</translation>
        </message>
        <message>
            <source>it is not their PIN</source>
            <translation>es ist nicht deren PIN</translation>
        </message>
        <message>
            <source>it is open already</source>
            <translation>sie ist schon offen</translation>
        </message>
        <message>
            <source>it is signed by {0}, not by {1}</source>
            <translation>es ist von {0} unterschrieben, nicht von {1}</translation>
        </message>
        <message>
            <source>it may name a person: it holds {0}</source>
            <translation>es nennt vielleicht einen Menschen: es enthält {0}</translation>
        </message>
        <message>
            <source>it seals another sitting than the header's</source>
            <translation>das Siegel gehört zu einer anderen Sitzung als der Dateikopf</translation>
        </message>
        <message>
            <source>it stores texts as {0}, not as UTF8</source>
            <translation>sie speichert Texte als {0}, nicht als UTF8</translation>
        </message>
        <message>
            <source>it was interrupted; everything up to the last solid mark is safe</source>
            <translation>sie wurde unterbrochen; alles bis zum letzten festen Zeichen ist sicher</translation>
        </message>
        <message>
            <source>it was made by build {0}, this is {1}</source>
            <translation>es stammt von Programmstand {0}, dies ist {1}</translation>
        </message>
        <message>
            <source>it was not submitted</source>
            <translation>er wurde nicht abgegeben</translation>
        </message>
        <message>
            <source>it was submitted and sealed</source>
            <translation>es wurde abgegeben und versiegelt</translation>
        </message>
        <message>
            <source>it was submitted, and no resit was granted</source>
            <translation>sie wurde abgegeben, und keine Wiederholung wurde gewährt</translation>
        </message>
        <message>
            <source>it was voided before</source>
            <translation>er wurde schon für ungültig erklärt</translation>
        </message>
        <message>
            <source>its SHA-256 begins {0}, expected is {1}</source>
            <translation>sein SHA-256 beginnt mit {0}, erwartet ist {1}</translation>
        </message>
        <message>
            <source>its ends lie {0} px apart, at least {1} px are needed</source>
            <translation>die Enden liegen {0} px auseinander, mindestens {1} px sind nötig</translation>
        </message>
        <message>
            <source>its file can be read</source>
            <translation>ihre Datei ist lesbar</translation>
        </message>
        <message>
            <source>its file has no seal</source>
            <translation>die Datei hat kein Siegel</translation>
        </message>
        <message>
            <source>its file was changed meanwhile, or a worker has another one</source>
            <translation>die Datei wurde inzwischen verändert, oder ein Arbeiter hat eine andere</translation>
        </message>
        <message>
            <source>its first line is no {0} header</source>
            <translation>seine erste Zeile ist kein {0}-Kopf</translation>
        </message>
        <message>
            <source>its folder is not there</source>
            <translation>sein Ordner ist nicht da</translation>
        </message>
        <message>
            <source>its folder {0} is missing</source>
            <translation>sein Ordner {0} fehlt</translation>
        </message>
        <message>
            <source>its format is version {0}, known is {1}</source>
            <translation>sein Format hat Version {0}, bekannt ist {1}</translation>
        </message>
        <message>
            <source>its header does not say how: {0}</source>
            <translation>sein Kopf sagt nicht, wie: {0}</translation>
        </message>
        <message>
            <source>its header names none</source>
            <translation>sein Kopf nennt keines</translation>
        </message>
        <message>
            <source>its patient folder holds {0}, the scenario was made for {1}</source>
            <translation>sein Patientenordner enthält {0}, das Szenario wurde für {1} gemacht</translation>
        </message>
        <message>
            <source>its patient folder lies elsewhere, and its line in scenario.yaml is not a plain one</source>
            <translation>sein Patientenordner liegt anderswo, und seine Zeile in scenario.yaml ist keine einfache</translation>
        </message>
        <message>
            <source>its patient has no {0} to stay away from</source>
            <translation>sein Patient hat kein {0}, von dem Abstand zu halten wäre</translation>
        </message>
        <message>
            <source>its patient is a set of radiographs, which have no inside</source>
            <translation>sein Patient besteht aus Röntgenbildern, die kein Inneres haben</translation>
        </message>
        <message>
            <source>its patient was {0}, this program builds {1}</source>
            <translation>sein Patient war {0}, dieses Programm baut {1}</translation>
        </message>
        <message>
            <source>its pixels are not square (0018,1164)</source>
            <translation>seine Pixel sind nicht quadratisch (0018,1164)</translation>
        </message>
        <message>
            <source>its start view {0} is none of its pictures</source>
            <translation>seine Startprojektion {0} ist keines seiner Bilder</translation>
        </message>
        <message>
            <source>its time is used up</source>
            <translation>die Zeit ist aufgebraucht</translation>
        </message>
        <message>
            <source>its tip is not under the skin</source>
            <translation>ihre Spitze ist nicht unter der Haut</translation>
        </message>
        <message>
            <source>its tip is not under the skin: it would fall over</source>
            <translation>ihre Spitze ist nicht unter der Haut: Sie fiele um</translation>
        </message>
        <message>
            <source>its {0} {1} is newer than this program, which reads up to {2}</source>
            <translation>{0} {1} ist neuer als dieses Programm, das bis {2} liest</translation>
        </message>
        <message>
            <source>knots are at least two, with rising values</source>
            <translation>es braucht mindestens zwei Stützpunkte mit steigenden Werten</translation>
        </message>
        <message>
            <source>known are {0}</source>
            <translation>bekannt sind {0}</translation>
        </message>
        <message>
            <source>landmarks are given where, and only where, the method is 'landmarks'</source>
            <translation>Landmarken werden genau dann angegeben, wenn das Verfahren 'landmarks' ist</translation>
        </message>
        <message>
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <source>left the window: {times}</source>
            <translation>Fenster verlassen: {times}-mal</translation>
        </message>
        <message>
            <source>let the pedal go first</source>
            <translation>lassen Sie zuerst das Pedal los</translation>
        </message>
        <message>
            <source>level</source>
            <translation>Etage</translation>
        </message>
        <message>
            <source>lidocaine-1</source>
            <translation>Lidocain 1 %</translation>
        </message>
        <message>
            <source>light</source>
            <translation>leicht</translation>
        </message>
        <message>
            <source>loose</source>
            <translation>locker</translation>
        </message>
        <message>
            <source>low</source>
            <translation>niedrig</translation>
        </message>
        <message>
            <source>lower limit</source>
            <translation>untere Grenze</translation>
        </message>
        <message>
            <source>magnet</source>
            <translation>Magnet</translation>
        </message>
        <message>
            <source>marking</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>may be given</source>
            <translation>darf genannt werden</translation>
        </message>
        <message>
            <source>may not be an address on another machine</source>
            <translation>darf keine Adresse auf einem anderen Rechner sein</translation>
        </message>
        <message>
            <source>may not climb out of its folder with '..'</source>
            <translation>darf nicht mit '..' aus seinem Ordner hinausführen</translation>
        </message>
        <message>
            <source>median {value}</source>
            <translation>Median {value}</translation>
        </message>
        <message>
            <source>moderate</source>
            <translation>mäßig</translation>
        </message>
        <message>
            <source>must be [least, most], got {0}</source>
            <translation>muss [kleinster, größter] sein, ist aber {0}</translation>
        </message>
        <message>
            <source>must be a finite number, got {0}</source>
            <translation>muss eine endliche Zahl sein, ist aber {0}</translation>
        </message>
        <message>
            <source>must be a list, got {0}</source>
            <translation>muss eine Liste sein, ist aber {0}</translation>
        </message>
        <message>
            <source>must be a mapping of fields, got {0}</source>
            <translation>muss aus Feldern bestehen, ist aber {0}</translation>
        </message>
        <message>
            <source>must be a number, got {0}</source>
            <translation>muss eine Zahl sein, ist aber {0}</translation>
        </message>
        <message>
            <source>must be a whole number, got {0}</source>
            <translation>muss eine ganze Zahl sein, ist aber {0}</translation>
        </message>
        <message>
            <source>must be at least {0}, got {1}</source>
            <translation>muss mindestens {0} sein, ist aber {1}</translation>
        </message>
        <message>
            <source>must be at most {0}, got {1}</source>
            <translation>darf höchstens {0} sein, ist aber {1}</translation>
        </message>
        <message>
            <source>must be given</source>
            <translation>muss genannt werden</translation>
        </message>
        <message>
            <source>must be less than sid_mm ({0}), got {1}</source>
            <translation>muss kleiner als sid_mm ({0}) sein, ist aber {1}</translation>
        </message>
        <message>
            <source>must be less than {0}, got {1}</source>
            <translation>muss kleiner als {0} sein, ist aber {1}</translation>
        </message>
        <message>
            <source>must be more than {0}, got {1}</source>
            <translation>muss größer als {0} sein, ist aber {1}</translation>
        </message>
        <message>
            <source>must be text, got {0}</source>
            <translation>muss Text sein, ist aber {0}</translation>
        </message>
        <message>
            <source>must be true or false, got {0}</source>
            <translation>muss true oder false sein, ist aber {0}</translation>
        </message>
        <message>
            <source>must be {0}, got {1}</source>
            <translation>muss {0} sein, ist aber {1}</translation>
        </message>
        <message>
            <source>must cap or fail, or it does nothing</source>
            <translation>muss deckeln oder durchfallen lassen, sonst tut sie nichts</translation>
        </message>
        <message>
            <source>must differ from full_at, and both are {0}</source>
            <translation>muss sich von full_at unterscheiden, und beide sind {0}</translation>
        </message>
        <message>
            <source>n = 0. Submit a case without aids, and it is drawn here.</source>
            <translation>n = 0. Geben Sie einen Fall ohne Hilfen ab, und er erscheint hier.</translation>
        </message>
        <message>
            <source>n = {judges} judges, {stations} stations. Cut {cut} of 100, standard error {se}.</source>
            <translation>n = {judges} Gutachter, {stations} Stationen. Grenze {cut} von 100, Standardfehler {se}.</translation>
        </message>
        <message>
            <source>n = {novices} novices, {experts} experts, mean marks of 100; 1000 resamples, seed {seed}. A standard needs {least} in each group.</source>
            <translation>n = {novices} Anfänger, {experts} Experten, mittlere Punkte von 100; 1000 Ziehungen, Startwert {seed}. Ein Standard braucht je Gruppe {least}.</translation>
        </message>
        <message>
            <source>n = {n} candidates in sessions that are not closed. Read from what the stations wrote, again every few seconds; it shows no mark.</source>
            <translation>n = {n} Prüflinge in Sitzungen, die nicht geschlossen sind. Gelesen aus dem, was die Stationen schrieben, alle paar Sekunden neu; ohne Punkte.</translation>
        </message>
        <message>
            <source>n = {n} drills of {people} people. Mastered: 3 passes in a row, 2 patients, 2 days; re-tests after {days} days.</source>
            <translation>n = {n} Übungen von {people} Personen. Beherrscht: 3-mal in Folge bestanden, 2 Patienten, 2 Tage; Nachtests nach {days} Tagen.</translation>
        </message>
        <message>
            <source>n = {n} people. Counted: submitted whole tasks, no aid, nothing taken back, each case and seed once. LC-CUSUM: now, of {limit}.</source>
            <translation>n = {n} Personen. Gezählt: abgegebene ganze Aufgaben ohne Hilfe, nichts zurückgenommen, jeder Fall mit Startwert einmal. LC-CUSUM: jetzt, von {limit}.</translation>
        </message>
        <message>
            <source>n = {n}, fails {fails}. Acceptable {good}, unacceptable {bad}, both errors {alpha}; step {step}, lines {low} and {high}.</source>
            <translation>n = {n}, Fehlversuche {fails}. Annehmbar {good}, nicht annehmbar {bad}, beide Fehler {alpha}; Schritt {step}, Linien {low} und {high}.</translation>
        </message>
        <message>
            <source>n = {n}. A pass adds {up}, a fail takes {down}, never below 0; limit {limit} for {attempts} attempts.</source>
            <translation>n = {n}. Bestanden gibt {up}, nicht bestanden nimmt {down}, nie unter 0; Grenze {limit} für {attempts} Versuche.</translation>
        </message>
        <message>
            <source>n = {n}. Line: median of the last {window}.</source>
            <translation>n = {n}. Linie: Median der letzten {window}.</translation>
        </message>
        <message>
            <source>needle {0} does not stand; standing: {1}</source>
            <translation>Nadel {0} steht nicht; es stehen: {1}</translation>
        </message>
        <message>
            <source>needs at least one required reason, for the decision is {0}</source>
            <translation>braucht mindestens einen notwendigen Grund, denn die Entscheidung ist {0}</translation>
        </message>
        <message>
            <source>needs changed_id and changed_version with changes, and only then</source>
            <translation>braucht changed_id und changed_version bei Änderungen, und nur dann</translation>
        </message>
        <message>
            <source>needs either below or above</source>
            <translation>braucht entweder below oder above</translation>
        </message>
        <message>
            <source>needs full_at and zero_at, or knots instead</source>
            <translation>braucht full_at und zero_at oder statt ihrer Stützpunkte</translation>
        </message>
        <message>
            <source>needs {0} to say what it is</source>
            <translation>braucht {0}, um zu sagen, was es ist</translation>
        </message>
        <message>
            <source>nerves are burnt that were not the source</source>
            <translation>Nerven werden verbrannt, die nicht die Quelle waren</translation>
        </message>
        <message>
            <source>never submitted: {count}</source>
            <translation>nie abgegeben: {count}</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>no C-arm sees these landmarks so</source>
            <translation>kein C-Bogen sieht diese Landmarken so</translation>
        </message>
        <message>
            <source>no aids are offered here</source>
            <translation>hier gibt es keine Hilfen</translation>
        </message>
        <message>
            <source>no attempt was found</source>
            <translation>es wurde kein Versuch gefunden</translation>
        </message>
        <message>
            <source>no circuit, or a burn under the pad</source>
            <translation>kein Stromkreis, oder eine Verbrennung unter der Elektrode</translation>
        </message>
        <message>
            <source>no clinician has checked it</source>
            <translation>von keinem Kliniker geprüft</translation>
        </message>
        <message>
            <source>no electrode is in the cannula: put it in first</source>
            <translation>in der Kanüle steckt keine Elektrode: stecken Sie sie zuerst hinein</translation>
        </message>
        <message>
            <source>no file was chosen</source>
            <translation>keine Datei wurde gewählt</translation>
        </message>
        <message>
            <source>no file was chosen for it</source>
            <translation>es wurde keine Datei dafür gewählt</translation>
        </message>
        <message>
            <source>no folder of this computer holds it</source>
            <translation>kein Ordner dieses Rechners enthält es</translation>
        </message>
        <message>
            <source>no lesion runs</source>
            <translation>es läuft keine Läsion</translation>
        </message>
        <message>
            <source>no needle here has an active tip to heat with</source>
            <translation>keine Nadel hier hat eine aktive Spitze zum Erhitzen</translation>
        </message>
        <message>
            <source>no needle is in hand</source>
            <translation>keine Nadel ist in der Hand</translation>
        </message>
        <message>
            <source>no picture is held and none is in the machine, so nothing says where right and down are</source>
            <translation>kein Bild wird gehalten und keines ist im Gerät, also sagt nichts, wo rechts und unten sind</translation>
        </message>
        <message>
            <source>no picture is held: take one first</source>
            <translation>kein Bild wird gehalten: machen Sie zuerst eines</translation>
        </message>
        <message>
            <source>no reason was given</source>
            <translation>kein Grund wurde genannt</translation>
        </message>
        <message>
            <source>no scenario folder holds this version of it</source>
            <translation>kein Szenarienordner enthält diese Version davon</translation>
        </message>
        <message>
            <source>no station has it</source>
            <translation>keine Station enthält ihn</translation>
        </message>
        <message>
            <source>no station was chosen</source>
            <translation>es wurde keine Station gewählt</translation>
        </message>
        <message>
            <source>no stored picture is in the machine: select a view first</source>
            <translation>kein gespeichertes Bild ist im Gerät: wählen Sie zuerst eine Projektion</translation>
        </message>
        <message>
            <source>no try is chosen</source>
            <translation>kein Versuch ist gewählt</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <source>nobody can check the count</source>
            <translation>niemand kann die Zählung prüfen</translation>
        </message>
        <message>
            <source>nobody enrolled one</source>
            <translation>niemand hat eine eingeschrieben</translation>
        </message>
        <message>
            <source>nobody here is called {0}</source>
            <translation>niemand hier heißt {0}</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>none was enrolled on this computer, or it was revoked</source>
            <translation>auf diesem Computer wurde keiner angemeldet, oder er wurde widerrufen</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keiner</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>normal</translation>
        </message>
        <message>
            <source>not asked</source>
            <translation>nicht verlangt</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>nicht begonnen</translation>
        </message>
        <message>
            <source>not counted: {reasons}</source>
            <translation>nicht gezählt: {reasons}</translation>
        </message>
        <message>
            <source>not every station was scored</source>
            <translation>nicht jede Station wurde gewertet</translation>
        </message>
        <message>
            <source>not installed</source>
            <translation>nicht installiert</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>nicht gemessen</translation>
        </message>
        <message>
            <source>not passed</source>
            <translation>nicht bestanden</translation>
        </message>
        <message>
            <source>not published</source>
            <translation>nicht veröffentlicht</translation>
        </message>
        <message>
            <source>not released, not shown: {count}</source>
            <translation>nicht freigegeben, nicht gezeigt: {count}</translation>
        </message>
        <message>
            <source>not safe</source>
            <translation>nicht sicher</translation>
        </message>
        <message>
            <source>notch at {hour} o'clock</source>
            <translation>Kerbe auf {hour} Uhr</translation>
        </message>
        <message>
            <source>notch at {hour}:30</source>
            <translation>Kerbe auf {hour}:30 Uhr</translation>
        </message>
        <message>
            <source>nothing counts</source>
            <translation>nichts zählt</translation>
        </message>
        <message>
            <source>nothing ends by {0}</source>
            <translation>nichts endet durch {0}</translation>
        </message>
        <message>
            <source>nothing here is about {0}</source>
            <translation>hier handelt nichts von {0}</translation>
        </message>
        <message>
            <source>nothing in evidence is about {0}</source>
            <translation>keine der Belegstellen spricht von {0}</translation>
        </message>
        <message>
            <source>nothing is kept of {0}, or it was erased before</source>
            <translation>von {0} ist nichts aufbewahrt, oder es wurde schon gelöscht</translation>
        </message>
        <message>
            <source>nothing that would stop it</source>
            <translation>nichts, was es aufhielte</translation>
        </message>
        <message>
            <source>nothing was done yet that counts as one</source>
            <translation>noch wurde nichts getan, was als solcher zählt</translation>
        </message>
        <message>
            <source>npy npz pickle pkl docm pptm xlsm</source>
            <translation>npy npz pickle pkl docm pptm xlsm</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>off_um lies between 0 and {0}, got {1}</source>
            <translation>off_um liegt zwischen 0 und {0}, war {1}</translation>
        </message>
        <message>
            <source>ok</source>
            <translation>in Ordnung</translation>
        </message>
        <message>
            <source>one judge alone has no standard error</source>
            <translation>ein Gutachter allein hat keinen Standardfehler</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>other people of this computer may read it (mode {0})</source>
            <translation>andere Personen an diesem Computer dürfen ihn lesen (Modus {0})</translation>
        </message>
        <message>
            <source>over the limits: a resit is free</source>
            <translation>über den Grenzen: Wiederholung frei</translation>
        </message>
        <message>
            <source>overhead</source>
            <translation>über Kopf</translation>
        </message>
        <message>
            <source>overnight</source>
            <translation>über Nacht</translation>
        </message>
        <message>
            <source>pain round the ribs goes unheard</source>
            <translation>Schmerz um die Rippen bleibt ungehört</translation>
        </message>
        <message>
            <source>pain, a moving patient, a faint</source>
            <translation>Schmerz, ein Patient, der sich bewegt, eine Ohnmacht</translation>
        </message>
        <message>
            <source>pale, sweating, pulse 42</source>
            <translation>blass, schwitzt, Puls 42</translation>
        </message>
        <message>
            <source>pass_mark is {0}, and the standard was set at {1}</source>
            <translation>pass_mark ist {0}, und der Standard wurde bei {1} gesetzt</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>bestanden</translation>
        </message>
        <message>
            <source>placed by hand</source>
            <translation>von Hand gesetzt</translation>
        </message>
        <message>
            <source>places the patient in another way than the first picture: their rays do not meet</source>
            <translation>legt den Patienten anders als das erste Bild: ihre Strahlen treffen sich nicht</translation>
        </message>
        <message>
            <source>pop</source>
            <translation>Ruck</translation>
        </message>
        <message>
            <source>postpone</source>
            <translation>verschieben</translation>
        </message>
        <message>
            <source>povidone-iodine</source>
            <translation>Povidon-Iod</translation>
        </message>
        <message>
            <source>printable text of at most {0} letters</source>
            <translation>druckbarer Text von höchstens {0} Zeichen</translation>
        </message>
        <message>
            <source>proceed</source>
            <translation>durchführen</translation>
        </message>
        <message>
            <source>progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>provisional, not for decisions</source>
            <translation>vorläufig, nicht für Entscheidungen</translation>
        </message>
        <message>
            <source>published as version {version}</source>
            <translation>veröffentlicht als Version {version}</translation>
        </message>
        <message>
            <source>puls.</source>
            <translation>gep.</translation>
        </message>
        <message>
            <source>pulsed</source>
            <translation>gepulst</translation>
        </message>
        <message>
            <source>radiographs</source>
            <translation>Röntgenbilder</translation>
        </message>
        <message>
            <source>radiographs have no inside</source>
            <translation>Röntgenbilder haben kein Inneres</translation>
        </message>
        <message>
            <source>receptor side</source>
            <translation>Empfängerseite</translation>
        </message>
        <message>
            <source>record {0} holds {1}</source>
            <translation>Datensatz {0} enthält {1}</translation>
        </message>
        <message>
            <source>record {0} holds {1}, today it is {2}</source>
            <translation>Datensatz {0} enthält {1}, heute ist es {2}</translation>
        </message>
        <message>
            <source>records are only added to</source>
            <translation>Aufzeichnungen werden nur ergänzt</translation>
        </message>
        <message>
            <source>red flags and other sources of pain are missed</source>
            <translation>Warnzeichen und andere Schmerzquellen werden übersehen</translation>
        </message>
        <message>
            <source>relief is guessed</source>
            <translation>die Linderung wird geraten</translation>
        </message>
        <message>
            <source>reprogrammed</source>
            <translation>umprogrammiert</translation>
        </message>
        <message>
            <source>right</source>
            <translation>rechts</translation>
        </message>
        <message>
            <source>safe</source>
            <translation>sicher</translation>
        </message>
        <message>
            <source>scapulae hide the upper levels</source>
            <translation>Schulterblätter verdecken die oberen Höhen</translation>
        </message>
        <message>
            <source>scar</source>
            <translation>Narbe</translation>
        </message>
        <message>
            <source>sedation is {0}</source>
            <translation>die Sedierung ist {0}</translation>
        </message>
        <message>
            <source>single picture</source>
            <translation>Einzelbild</translation>
        </message>
        <message>
            <source>soft</source>
            <translation>weich</translation>
        </message>
        <message>
            <source>somebody of that name is here</source>
            <translation>jemand dieses Namens ist schon da</translation>
        </message>
        <message>
            <source>something of that name is there</source>
            <translation>es gibt schon etwas dieses Namens</translation>
        </message>
        <message>
            <source>spoken</source>
            <translation>mündlich</translation>
        </message>
        <message>
            <source>spot</source>
            <translation>Einzel</translation>
        </message>
        <message>
            <source>stations of form A or B and stations of a pool do not go together</source>
            <translation>Stationen der Form A oder B und Stationen eines Pools gehen nicht zusammen</translation>
        </message>
        <message>
            <source>stations that are drawn share one limit</source>
            <translation>gezogene Stationen haben dieselbe Frist</translation>
        </message>
        <message>
            <source>stopped, tried again by itself: {why}</source>
            <translation>angehalten, wird von selbst wieder versucht: {why}</translation>
        </message>
        <message>
            <source>studio</source>
            <translation>Studio</translation>
        </message>
        <message>
            <source>suite</source>
            <translation>Eingriffsraum</translation>
        </message>
        <message>
            <source>superolateral corner of the transverse process</source>
            <translation>obere äußere Ecke des Querfortsatzes</translation>
        </message>
        <message>
            <source>sure_percent lies between {0} (a guess) and {1}, got {2}</source>
            <translation>sure_percent liegt zwischen {0} (geraten) und {1}, war {2}</translation>
        </message>
        <message>
            <source>switched-off</source>
            <translation>ausgeschaltet</translation>
        </message>
        <message>
            <source>synthetic patient</source>
            <translation>synthetischer Patient</translation>
        </message>
        <message>
            <source>taken back: {count}</source>
            <translation>zurückgegangen: {count}</translation>
        </message>
        <message>
            <source>target added</source>
            <translation>Ziel dazu</translation>
        </message>
        <message>
            <source>target in {picture}</source>
            <translation>Ziel in {picture}</translation>
        </message>
        <message>
            <source>target moved</source>
            <translation>Ziel verschoben</translation>
        </message>
        <message>
            <source>target taken away</source>
            <translation>Ziel weggenommen</translation>
        </message>
        <message>
            <source>target: {bone} {side}</source>
            <translation>Ziel: {bone} {side}</translation>
        </message>
        <message>
            <source>tells {0}; an exam shows no level, side or procedure</source>
            <translation>verrät {0}; eine Prüfung zeigt weder Höhe noch Seite noch Eingriff</translation>
        </message>
        <message>
            <source>text has the SHA-256 {0}…, sha256 says {1}…</source>
            <translation>text hat den SHA-256 {0}…, sha256 sagt {1}…</translation>
        </message>
        <message>
            <source>that was asked for</source>
            <translation>danach wurde gefragt</translation>
        </message>
        <message>
            <source>that was cancelled</source>
            <translation>das wurde abgebrochen</translation>
        </message>
        <message>
            <source>that was the last one</source>
            <translation>das war das letzte</translation>
        </message>
        <message>
            <source>the abdominal wall twitches</source>
            <translation>die Bauchwand zuckt</translation>
        </message>
        <message>
            <source>the archive has no such study, or does not give it to this station</source>
            <translation>das Archiv hat keine solche Studie, oder gibt sie dieser Station nicht</translation>
        </message>
        <message>
            <source>the attempt has been submitted</source>
            <translation>der Versuch ist abgegeben</translation>
        </message>
        <message>
            <source>the attempt has no exposure, and a report must name the pictures it rests on</source>
            <translation>der Versuch hat keine Aufnahme, und ein Bericht muss die Bilder nennen, auf denen er beruht</translation>
        </message>
        <message>
            <source>the attempt has not been submitted: it ends with your call</source>
            <translation>der Versuch ist nicht abgegeben: er endet mit Ihrem Urteil</translation>
        </message>
        <message>
            <source>the attempt is paused: go on first</source>
            <translation>der Versuch pausiert: machen Sie zuerst weiter</translation>
        </message>
        <message>
            <source>the beam is on: let the pedal go first</source>
            <translation>die Strahlung ist an: lassen Sie zuerst das Pedal los</translation>
        </message>
        <message>
            <source>the beam is on: time cannot be passed under it</source>
            <translation>die Strahlung ist an: unter ihr lässt sich keine Zeit überspringen</translation>
        </message>
        <message>
            <source>the block tells nothing</source>
            <translation>die Blockade sagt nichts</translation>
        </message>
        <message>
            <source>the call for target {0} has been made</source>
            <translation>das Urteil über Ziel {0} ist schon gefällt</translation>
        </message>
        <message>
            <source>the case</source>
            <translation>dem Fall</translation>
        </message>
        <message>
            <source>the case has no finding {0}{1}</source>
            <translation>der Fall hat keinen Befund {0}{1}</translation>
        </message>
        <message>
            <source>the case has none yet, or something in it is wrong</source>
            <translation>der Fall hat noch keinen, oder etwas darin stimmt nicht</translation>
        </message>
        <message>
            <source>the case was changed after it</source>
            <translation>der Fall wurde danach geändert</translation>
        </message>
        <message>
            <source>the clock stands</source>
            <translation>die Uhr steht</translation>
        </message>
        <message>
            <source>the contralateral oblique, 45 to 60°, for a needle on the {side}</source>
            <translation>die kontralaterale Schrägansicht, 45 bis 60°, für eine Nadel {side}</translation>
        </message>
        <message>
            <source>the cut cannot be found in one resample of ten or more</source>
            <translation>in einer von zehn Ziehungen oder mehr ist die Grenze nicht zu finden</translation>
        </message>
        <message>
            <source>the decision about the case</source>
            <translation>bei der Entscheidung über den Fall</translation>
        </message>
        <message>
            <source>the densities do not cross once between the means</source>
            <translation>die Dichten schneiden sich zwischen den Mittelwerten nicht genau einmal</translation>
        </message>
        <message>
            <source>the disk did not take the attempt ({0})</source>
            <translation>das Laufwerk nahm den Versuch nicht an ({0})</translation>
        </message>
        <message>
            <source>the disk did not take the last edit ({0})</source>
            <translation>die Platte nahm die letzte Änderung nicht an ({0})</translation>
        </message>
        <message>
            <source>the electrode is in the cannula: draw it first</source>
            <translation>die Elektrode steckt in der Kanüle: ziehen Sie sie zuerst</translation>
        </message>
        <message>
            <source>the electrode {0} water inside: {1} does not fit</source>
            <translation>die Elektrode {0} Wasser im Innern: {1} passt nicht</translation>
        </message>
        <message>
            <source>the exam asks for none</source>
            <translation>die Prüfung verlangt keines</translation>
        </message>
        <message>
            <source>the extra time is no whole number of thousandths</source>
            <translation>die Mehrzeit ist keine ganze Zahl von Tausendsteln</translation>
        </message>
        <message>
            <source>the extra time is not between 0 and 1000 permille</source>
            <translation>die Zusatzzeit liegt nicht zwischen 0 und 1000 Promille</translation>
        </message>
        <message>
            <source>the file or its folder may not be written</source>
            <translation>die Datei oder ihr Ordner darf nicht beschrieben werden</translation>
        </message>
        <message>
            <source>the first look from the side at the needle</source>
            <translation>beim ersten Blick von der Seite auf die Nadel</translation>
        </message>
        <message>
            <source>the hand twitches</source>
            <translation>die Hand zuckt</translation>
        </message>
        <message>
            <source>the hub is at the skin: the needle is {0} mm long</source>
            <translation>der Ansatz ist an der Haut: die Nadel ist {0} mm lang</translation>
        </message>
        <message>
            <source>the hub is not gripped</source>
            <translation>der Ansatz ist nicht gegriffen</translation>
        </message>
        <message>
            <source>the input is {0}, the exam asks for {1}</source>
            <translation>die Eingabe ist {0}, die Prüfung verlangt {1}</translation>
        </message>
        <message>
            <source>the interval of the cut is wider than one standard deviation</source>
            <translation>der Bereich der Grenze ist breiter als eine Standardabweichung</translation>
        </message>
        <message>
            <source>the landmarks have too little depth to tell from which side the tube looked</source>
            <translation>die Landmarken haben zu wenig Tiefe, um zu erkennen, von welcher Seite die Röhre blickte</translation>
        </message>
        <message>
            <source>the landmarks leave the rays uncertain by {0} mm, the limit is {1} mm</source>
            <translation>die Landmarken lassen die Strahlen um {0} mm ungewiss, die Grenze ist {1} mm</translation>
        </message>
        <message>
            <source>the landmarks lie in one plane (within {0} mm, at least {1} mm are needed): such points fit many geometries</source>
            <translation>die Landmarken liegen in einer Ebene (innerhalb von {0} mm, mindestens {1} mm sind nötig): Solche Punkte passen zu vielen Geometrien</translation>
        </message>
        <message>
            <source>the last picture</source>
            <translation>beim letzten Bild</translation>
        </message>
        <message>
            <source>the last picture before the heat</source>
            <translation>beim letzten Bild vor der Hitze</translation>
        </message>
        <message>
            <source>the last picture before the injection</source>
            <translation>beim letzten Bild vor der Injektion</translation>
        </message>
        <message>
            <source>the last picture before the skin was punctured</source>
            <translation>beim letzten Bild vor dem Einstich</translation>
        </message>
        <message>
            <source>the level is treated on a picture alone</source>
            <translation>die Höhe wird nach dem Bild allein behandelt</translation>
        </message>
        <message>
            <source>the log has none</source>
            <translation>das Protokoll hat keines</translation>
        </message>
        <message>
            <source>the needle would lie {0} degrees off straight, the limit is {1}</source>
            <translation>die Nadel läge {0} Grad außer der Geraden, die Grenze ist {1}</translation>
        </message>
        <message>
            <source>the nerve may be nowhere near</source>
            <translation>der Nerv ist vielleicht gar nicht in der Nähe</translation>
        </message>
        <message>
            <source>the next one knows nothing</source>
            <translation>der Nächste weiß nichts</translation>
        </message>
        <message>
            <source>the open {0} would be {1}</source>
            <translation>die Öffnung {0} wäre {1}</translation>
        </message>
        <message>
            <source>the part that talks to PostgreSQL is not installed</source>
            <translation>der Teil, der mit PostgreSQL spricht, ist nicht installiert</translation>
        </message>
        <message>
            <source>the passphrase has {0} characters of at least {1}</source>
            <translation>die Passphrase hat {0} von mindestens {1} Zeichen</translation>
        </message>
        <message>
            <source>the passphrase is another one, or the file is damaged or was changed</source>
            <translation>die Passphrase ist eine andere, oder die Datei ist beschädigt oder verändert</translation>
        </message>
        <message>
            <source>the patient has {0}</source>
            <translation>der Patient hat {0}</translation>
        </message>
        <message>
            <source>the patient is not built</source>
            <translation>der Patient ist nicht gebaut</translation>
        </message>
        <message>
            <source>the picture that the level was declared on</source>
            <translation>beim Bild, auf dem die Höhe angesagt wurde</translation>
        </message>
        <message>
            <source>the placement cannot be reviewed</source>
            <translation>die Lage kann nicht nachgeprüft werden</translation>
        </message>
        <message>
            <source>the plunger is moving: wait, or stop the injection</source>
            <translation>der Kolben bewegt sich: warten Sie, oder halten Sie die Injektion an</translation>
        </message>
        <message>
            <source>the pointer lies nowhere yet: lay it on the back first</source>
            <translation>der Zeiger liegt noch nirgends: legen Sie ihn zuerst auf den Rücken</translation>
        </message>
        <message>
            <source>the points fit within {0} mm (root mean square, limit {1}), the worst, {2}, within {3} mm (limit {4})</source>
            <translation>die Punkte passen auf {0} mm (quadratisches Mittel, Grenze {1}), der schlechteste, {2}, auf {3} mm (Grenze {4})</translation>
        </message>
        <message>
            <source>the private part of {0} is not on this computer</source>
            <translation>der private Teil von {0} ist nicht auf diesem Computer</translation>
        </message>
        <message>
            <source>the program did not take it</source>
            <translation>das Programm nahm sie nicht an</translation>
        </message>
        <message>
            <source>the public part of {0} is not on this computer</source>
            <translation>der öffentliche Teil von {0} ist nicht auf diesem Computer</translation>
        </message>
        <message>
            <source>the queue has none</source>
            <translation>die Liste enthält keine solche</translation>
        </message>
        <message>
            <source>the rays from its pictures pass {0} mm apart, the limit is {1} mm</source>
            <translation>die Strahlen aus seinen Bildern gehen {0} mm aneinander vorbei, die Grenze ist {1} mm</translation>
        </message>
        <message>
            <source>the rays pass {0} mm apart, the limit is {1} mm</source>
            <translation>die Strahlen gehen {0} mm aneinander vorbei, die Grenze ist {1} mm</translation>
        </message>
        <message>
            <source>the reading process ended (limits: {0} MB, {1} s)</source>
            <translation>der lesende Prozess endete (Grenzen: {0} MB, {1} s)</translation>
        </message>
        <message>
            <source>the referral is `history`, not a page</source>
            <translation>die Überweisung ist `history`, keine Seite</translation>
        </message>
        <message>
            <source>the reprojection error is {0} mm ({1} px), the limit is {2} mm; {3} is off by {4} mm</source>
            <translation>der Rückprojektionsfehler beträgt {0} mm ({1} px), die Grenze ist {2} mm; {3} liegt um {4} mm daneben</translation>
        </message>
        <message>
            <source>the reprojection error is {0} mm, the limit is {1} mm; {2} is off by {3} mm; without {4} it would be {5} mm</source>
            <translation>der Rückprojektionsfehler beträgt {0} mm, die Grenze ist {1} mm; {2} liegt um {3} mm daneben; ohne {4} wären es {5} mm</translation>
        </message>
        <message>
            <source>the root of {0} is not that of the tries</source>
            <translation>die Wurzel von {0} ist nicht die der Durchgänge</translation>
        </message>
        <message>
            <source>the scan that this patient was made from is not there any more</source>
            <translation>die Aufnahme, aus der dieser Patient wurde, ist nicht mehr da</translation>
        </message>
        <message>
            <source>the session has no such attempt</source>
            <translation>die Prüfungssitzung enthält keinen solchen Versuch</translation>
        </message>
        <message>
            <source>the session is not open</source>
            <translation>die Sitzung ist nicht offen</translation>
        </message>
        <message>
            <source>the session was closed</source>
            <translation>die Sitzung wurde geschlossen</translation>
        </message>
        <message>
            <source>the shaft bends no further: draw it back toward the fascia and redirect</source>
            <translation>der Schaft biegt sich nicht weiter: bis zur Faszie zurückziehen und neu ausrichten</translation>
        </message>
        <message>
            <source>the sheet was filled in for other stations</source>
            <translation>der Bogen wurde für andere Stationen ausgefüllt</translation>
        </message>
        <message>
            <source>the skin reddens at the needle</source>
            <translation>die Haut rötet sich an der Nadel</translation>
        </message>
        <message>
            <source>the skin under the pad is red</source>
            <translation>die Haut unter der Elektrode ist rot</translation>
        </message>
        <message>
            <source>the station has no key</source>
            <translation>der Arbeitsplatz hat keinen Schlüssel</translation>
        </message>
        <message>
            <source>the station is not over yet</source>
            <translation>die Station ist noch nicht vorbei</translation>
        </message>
        <message>
            <source>the station is {0}, not {1}</source>
            <translation>die Station ist {0}, nicht {1}</translation>
        </message>
        <message>
            <source>the stylet is in the cannula: draw it first</source>
            <translation>der Mandrin steckt in der Kanüle: ziehen Sie ihn zuerst</translation>
        </message>
        <message>
            <source>the stylet is in the needle: draw it first</source>
            <translation>der Mandrin steckt in der Nadel: ziehen Sie ihn zuerst</translation>
        </message>
        <message>
            <source>the syringe hangs on needle {0}: take its tubing off first</source>
            <translation>die Spritze hängt an Nadel {0}: nehmen Sie zuerst deren Verlängerung ab</translation>
        </message>
        <message>
            <source>the syringe moves the tip; the hand lies in the beam</source>
            <translation>die Spritze bewegt die Spitze; die Hand liegt im Strahl</translation>
        </message>
        <message>
            <source>the table is not UTF-8 text (byte {0})</source>
            <translation>die Tabelle ist kein UTF-8-Text (Byte {0})</translation>
        </message>
        <message>
            <source>the time for all stations is used up</source>
            <translation>die Zeit für alle Stationen ist aufgebraucht</translation>
        </message>
        <message>
            <source>the tip is {0} mm clear of the skin: lay the needle aside instead</source>
            <translation>die Spitze ist {0} mm über der Haut: legen Sie die Nadel stattdessen weg</translation>
        </message>
        <message>
            <source>the tracker closed the connection</source>
            <translation>der Tracker hat die Verbindung geschlossen</translation>
        </message>
        <message>
            <source>the tubing hangs on needle {0}: take it off first</source>
            <translation>die Verlängerung hängt an Nadel {0}: nehmen Sie sie zuerst ab</translation>
        </message>
        <message>
            <source>the two passphrases differ</source>
            <translation>die beiden Passphrasen sind verschieden</translation>
        </message>
        <message>
            <source>the warm-up is one of the stations</source>
            <translation>die Eingewöhnung ist eine der Stationen</translation>
        </message>
        <message>
            <source>the weights must add up to {0}, and add up to {1}</source>
            <translation>die Gewichte müssen zusammen {0} ergeben und ergeben {1}</translation>
        </message>
        <message>
            <source>the window is {0} x {1}, the exam asks for {2} x {3}</source>
            <translation>das Fenster ist {0} x {1}, die Prüfung verlangt {2} x {3}</translation>
        </message>
        <message>
            <source>the wrong syringe</source>
            <translation>die falsche Spritze</translation>
        </message>
        <message>
            <source>the {0} shutter at {1}</source>
            <translation>die Blende {0} bei {1}</translation>
        </message>
        <message>
            <source>their tables are of version {0}, this program needs {1}</source>
            <translation>ihre Tabellen haben die Fassung {0}, dieses Programm braucht {1}</translation>
        </message>
        <message>
            <source>there is no active tip on this needle: an electrode heats only a cannula with one</source>
            <translation>diese Nadel hat keine aktive Spitze: eine Elektrode heizt nur eine Kanüle mit einer solchen</translation>
        </message>
        <message>
            <source>there is no agent {0}; known: {1}</source>
            <translation>es gibt kein Mittel {0}; bekannt: {1}</translation>
        </message>
        <message>
            <source>there is no candidate {0}</source>
            <translation>es gibt keine geprüfte Person {0}</translation>
        </message>
        <message>
            <source>there is no direction {0}; known: {1}</source>
            <translation>es gibt keine Richtung {0}; bekannt: {1}</translation>
        </message>
        <message>
            <source>there is no exposure {0}</source>
            <translation>es gibt keine Aufnahme {0}</translation>
        </message>
        <message>
            <source>there is no form {0}</source>
            <translation>es gibt keine Form {0}</translation>
        </message>
        <message>
            <source>there is no mode {0}; known: {1}</source>
            <translation>es gibt keinen Modus {0}; bekannt: {1}</translation>
        </message>
        <message>
            <source>there is no picture {0}{1}</source>
            <translation>es gibt kein Bild {0}{1}</translation>
        </message>
        <message>
            <source>there is no practice profile {0}</source>
            <translation>es gibt kein Praxisprofil {0}</translation>
        </message>
        <message>
            <source>there is no reference run: the debrief will have no expert to show</source>
            <translation>es gibt keinen Referenzlauf: die Nachbesprechung kann keinen Experten zeigen</translation>
        </message>
        <message>
            <source>there is no role {0}</source>
            <translation>es gibt keine Rolle {0}</translation>
        </message>
        <message>
            <source>there is no setting {0}{1}</source>
            <translation>es gibt keine Einstellung {0}{1}</translation>
        </message>
        <message>
            <source>there is no side {0}; known: left, right</source>
            <translation>es gibt keine Seite {0}; bekannt: links, rechts</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>diese Datei gibt es nicht</translation>
        </message>
        <message>
            <source>there is no target on {0} {1}</source>
            <translation>auf {0} {1} liegt kein Ziel</translation>
        </message>
        <message>
            <source>there is no target {0}: the briefing names {1}</source>
            <translation>es gibt kein Ziel {0}: die Einführung nennt {1}</translation>
        </message>
        <message>
            <source>there is no view {0}; known: {1}</source>
            <translation>es gibt keine Projektion {0}; bekannt: {1}</translation>
        </message>
        <message>
            <source>there is no {0} {1}; known: {2}</source>
            <translation>es gibt kein {0} {1}; bekannt: {2}</translation>
        </message>
        <message>
            <source>there is no {0}; known: {1}</source>
            <translation>es gibt kein {0}; bekannt: {1}</translation>
        </message>
        <message>
            <source>there is one already: {0}, {1}</source>
            <translation>es gibt schon einen: {0}, {1}</translation>
        </message>
        <message>
            <source>there is {0}: a second person must agree</source>
            <translation>es gibt {0}: eine zweite Person muss zustimmen</translation>
        </message>
        <message>
            <source>they are opened by the PIN of the staff</source>
            <translation>die PIN der Aufsicht öffnet sie</translation>
        </message>
        <message>
            <source>thigh</source>
            <translation>Oberschenkel</translation>
        </message>
        <message>
            <source>this asks for a point of the picture</source>
            <translation>hier wird nach einem Punkt des Bildes gefragt</translation>
        </message>
        <message>
            <source>this asks for {0}, not for {1}</source>
            <translation>hier wird nach {0} gefragt, nicht nach {1}</translation>
        </message>
        <message>
            <source>this computer has no station key to seal it with</source>
            <translation>dieser Computer hat keinen Arbeitsplatzschlüssel, um ihn zu versiegeln</translation>
        </message>
        <message>
            <source>this drill leaves {0} alone</source>
            <translation>diese Übung lässt {0} in Ruhe</translation>
        </message>
        <message>
            <source>this is no drill: it has no items</source>
            <translation>das ist keine Übung: sie hat keine Aufgaben</translation>
        </message>
        <message>
            <source>this is our mistake</source>
            <translation>das ist unser Fehler</translation>
        </message>
        <message>
            <source>this patient has no place for a case of {0} at the levels drawn</source>
            <translation>dieser Patient hat auf den gezogenen Etagen keinen Platz für einen Fall von {0}</translation>
        </message>
        <message>
            <source>this patient has no stored pictures: turn the C-arm instead</source>
            <translation>dieser Patient hat keine gespeicherten Bilder: drehen Sie stattdessen den C-Bogen</translation>
        </message>
        <message>
            <source>this patient is a set of stored pictures, taken as they are</source>
            <translation>dieser Patient besteht aus gespeicherten Bildern, so wie sie aufgenommen wurden</translation>
        </message>
        <message>
            <source>this patient is a set of stored pictures: select a view instead</source>
            <translation>dieser Patient besteht aus gespeicherten Bildern: wählen Sie stattdessen eine Projektion</translation>
        </message>
        <message>
            <source>this patient is a set of stored radiographs, which are DICOM already</source>
            <translation>dieser Patient besteht aus gespeicherten Röntgenbildern, die schon DICOM sind</translation>
        </message>
        <message>
            <source>this patient is pictures only: nothing is known of what lies in between</source>
            <translation>dieser Patient besteht nur aus Bildern: was dazwischen liegt, ist nicht bekannt</translation>
        </message>
        <message>
            <source>this program cannot apply its rubric {0} version {1}</source>
            <translation>dieses Programm kann sein Bewertungsschema {0} Version {1} nicht anwenden</translation>
        </message>
        <message>
            <source>this program has no {0} version {1}</source>
            <translation>dieses Programm hat kein {0} Version {1}</translation>
        </message>
        <message>
            <source>this session holds no such attempt</source>
            <translation>diese Sitzung enthält keinen solchen Versuch</translation>
        </message>
        <message>
            <source>thousandths</source>
            <translation>Tausendstel</translation>
        </message>
        <message>
            <source>tip not seen</source>
            <translation>Spitze nicht gesehen</translation>
        </message>
        <message>
            <source>tip of the spinous process</source>
            <translation>Spitze des Dornfortsatzes</translation>
        </message>
        <message>
            <source>tip of the transverse process</source>
            <translation>Spitze des Querfortsatzes</translation>
        </message>
        <message>
            <source>tip seen</source>
            <translation>Spitze gesehen</translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>wahr oder falsch</translation>
        </message>
        <message>
            <source>tube side</source>
            <translation>Röhrenseite</translation>
        </message>
        <message>
            <source>tumour, fracture, infection or a fusion is missed</source>
            <translation>Tumor, Bruch, Infektion oder eine Versteifung wird übersehen</translation>
        </message>
        <message>
            <source>undecided: a voided station lacks a resit</source>
            <translation>offen: Einer ungültigen Station fehlt die Wiederholung</translation>
        </message>
        <message>
            <source>undefined below three papers</source>
            <translation>nicht definiert unter drei Arbeiten</translation>
        </message>
        <message>
            <source>undefined: one verdict only</source>
            <translation>nicht definiert: nur ein Urteil</translation>
        </message>
        <message>
            <source>undefined: too few papers or raters, or no spread</source>
            <translation>nicht definiert: zu wenige Arbeiten oder Bewertende, oder keine Streuung</translation>
        </message>
        <message>
            <source>unvalidated</source>
            <translation>nicht validiert</translation>
        </message>
        <message>
            <source>upper limit</source>
            <translation>obere Grenze</translation>
        </message>
        <message>
            <source>uptake into a vessel is washed away before anyone looks</source>
            <translation>Gefäßaufnahme ist weggespült, ehe jemand hinsieht</translation>
        </message>
        <message>
            <source>uses the pictures {0}, the first target {1}</source>
            <translation>benutzt die Bilder {0}, das erste Ziel {1}</translation>
        </message>
        <message>
            <source>version {number}</source>
            <translation>Version {number}</translation>
        </message>
        <message>
            <source>view {name}</source>
            <translation>Bild {name}</translation>
        </message>
        <message>
            <source>weight is {0}, and its metrics add up to {1}</source>
            <translation>das Gewicht ist {0}, und seine Messgrößen ergeben {1}</translation>
        </message>
        <message>
            <source>weight {weight}</source>
            <translation>Gewicht {weight}</translation>
        </message>
        <message>
            <source>what is sent there is not OpenIGTLink</source>
            <translation>was dort gesendet wird, ist nicht OpenIGTLink</translation>
        </message>
        <message>
            <source>with an aid: {count}</source>
            <translation>mit Hilfe: {count}</translation>
        </message>
        <message>
            <source>without a title</source>
            <translation>ohne Titel</translation>
        </message>
        <message>
            <source>worker processes ended {0} times in a row without finishing anything</source>
            <translation>Arbeitsprozesse endeten {0}-mal hintereinander, ohne etwas fertigzustellen</translation>
        </message>
        <message>
            <source>working</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>written</source>
            <translation>schriftlich</translation>
        </message>
        <message>
            <source>wrong here</source>
            <translation>hier falsch</translation>
        </message>
        <message>
            <source>wrong level or side</source>
            <translation>falsche Höhe oder Seite</translation>
        </message>
        <message>
            <source>wrong patient, side or level goes unnoticed</source>
            <translation>falscher Patient, falsche Seite oder Höhe bleibt unbemerkt</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>gestern</translation>
        </message>
        <message>
            <source>your call missed by {mm}</source>
            <translation>Ihr Urteil lag {mm} daneben</translation>
        </message>
        <message>
            <source>zero_at must differ from full_at, and both are {0}</source>
            <translation>zero_at muss sich von full_at unterscheiden, und beide sind {0}</translation>
        </message>
        <message>
            <source>{0} % of the most that {1} allows was given.</source>
            <translation>{0} % der von {1} erlaubten Höchstmenge wurden gegeben.</translation>
        </message>
        <message>
            <source>{0} C is outside its {1} to {2} C</source>
            <translation>{0} °C liegt außerhalb von {1} bis {2} °C</translation>
        </message>
        <message>
            <source>{0} Hz is not offered; 50 and 2 are</source>
            <translation>{0} Hz gibt es nicht; 50 und 2 gibt es</translation>
        </message>
        <message>
            <source>{0} MB are free there, an exam needs {1}</source>
            <translation>dort sind {0} MB frei, eine Prüfung braucht {1}</translation>
        </message>
        <message>
            <source>{0} at {1}; the target is {2}.</source>
            <translation>{0} bei {1}; das Ziel ist {2}.</translation>
        </message>
        <message>
            <source>{0} attempts are still locked</source>
            <translation>{0} Versuche sind noch verschlossen</translation>
        </message>
        <message>
            <source>{0} cannot be changed</source>
            <translation>{0} lässt sich nicht ändern</translation>
        </message>
        <message>
            <source>{0} cannot be forked</source>
            <translation>{0} lässt sich nicht abwandeln</translation>
        </message>
        <message>
            <source>{0} cannot be looked into</source>
            <translation>{0} lässt sich nicht von innen ansehen</translation>
        </message>
        <message>
            <source>{0} cannot be opened</source>
            <translation>{0} kann nicht geöffnet werden</translation>
        </message>
        <message>
            <source>{0} cannot be opened for recording</source>
            <translation>{0} kann nicht zum Aufzeichnen geöffnet werden</translation>
        </message>
        <message>
            <source>{0} cannot be read</source>
            <translation>{0} kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>{0} cannot be used</source>
            <translation>{0} kann nicht verwendet werden</translation>
        </message>
        <message>
            <source>{0} cannot be used for records</source>
            <translation>{0} ist für Aufzeichnungen nicht brauchbar</translation>
        </message>
        <message>
            <source>{0} cannot be written</source>
            <translation>{0} kann nicht geschrieben werden</translation>
        </message>
        <message>
            <source>{0} cannot go on here</source>
            <translation>{0} kann hier nicht weitergehen</translation>
        </message>
        <message>
            <source>{0} cannot keep records</source>
            <translation>{0} kann keine Aufzeichnungen aufbewahren</translation>
        </message>
        <message>
            <source>{0} could not be saved</source>
            <translation>{0} konnte nicht gespeichert werden</translation>
        </message>
        <message>
            <source>{0} defines no exam</source>
            <translation>{0} legt keine Prüfung fest</translation>
        </message>
        <message>
            <source>{0} degrees at once are more than {1}</source>
            <translation>{0} Grad auf einmal sind mehr als {1}</translation>
        </message>
        <message>
            <source>{0} does not begin</source>
            <translation>{0} beginnt nicht</translation>
        </message>
        <message>
            <source>{0} does not cross {1}; there it is {2}</source>
            <translation>{0} kreuzt {1} nicht; dort ist es {2}</translation>
        </message>
        <message>
            <source>{0} does not fit</source>
            <translation>{0} passt nicht</translation>
        </message>
        <message>
            <source>{0} does not fit the form {1}</source>
            <translation>{0} hat nicht die Form {1}</translation>
        </message>
        <message>
            <source>{0} does not warm up</source>
            <translation>{0} wärmt sich nicht auf</translation>
        </message>
        <message>
            <source>{0} exists already</source>
            <translation>{0} gibt es schon</translation>
        </message>
        <message>
            <source>{0} has been damaged or changed</source>
            <translation>{0} wurde beschädigt oder verändert</translation>
        </message>
        <message>
            <source>{0} has its words already</source>
            <translation>{0} hat seine Worte schon</translation>
        </message>
        <message>
            <source>{0} has no landmarks</source>
            <translation>{0} hat keine Landmarken</translation>
        </message>
        <message>
            <source>{0} has no setting {1}{2}</source>
            <translation>{0} hat keine Einstellung {1}{2}</translation>
        </message>
        <message>
            <source>{0} has no station {1}</source>
            <translation>{0} hat keine Station {1}</translation>
        </message>
        <message>
            <source>{0} has none yet</source>
            <translation>{0} hat noch keine</translation>
        </message>
        <message>
            <source>{0} has not signed on</source>
            <translation>{0} ist nicht angemeldet</translation>
        </message>
        <message>
            <source>{0} has two places in the table</source>
            <translation>{0} hat zwei Orte in der Tabelle</translation>
        </message>
        <message>
            <source>{0} has {1} papers left and must not see the scores</source>
            <translation>{0} hat noch {1} Arbeiten vor sich und darf die Punkte nicht sehen</translation>
        </message>
        <message>
            <source>{0} is already a target</source>
            <translation>{0} ist schon ein Ziel</translation>
        </message>
        <message>
            <source>{0} is already another picture's name</source>
            <translation>{0} heißt schon ein anderes Bild</translation>
        </message>
        <message>
            <source>{0} is already brought</source>
            <translation>{0} ist schon mitgebracht</translation>
        </message>
        <message>
            <source>{0} is already judged</source>
            <translation>{0} ist schon beurteilt</translation>
        </message>
        <message>
            <source>{0} is already listed</source>
            <translation>{0} steht schon da</translation>
        </message>
        <message>
            <source>{0} is already the decision</source>
            <translation>{0} ist schon die Entscheidung</translation>
        </message>
        <message>
            <source>{0} is already told</source>
            <translation>{0} ist schon erzählt</translation>
        </message>
        <message>
            <source>{0} is also served by {1}, which is no target</source>
            <translation>{0} wird auch von {1} versorgt, und das ist kein Ziel</translation>
        </message>
        <message>
            <source>{0} is an anaesthetic and needs lasts_s and most_mg</source>
            <translation>{0} ist ein Betäubungsmittel und braucht lasts_s und most_mg</translation>
        </message>
        <message>
            <source>{0} is another package's: its text is missing in brought_conventions</source>
            <translation>{0} ist aus einem anderen Paket: Der Text fehlt in brought_conventions</translation>
        </message>
        <message>
            <source>{0} is at {1}</source>
            <translation>{0} ist an {1}</translation>
        </message>
        <message>
            <source>{0} is damaged</source>
            <translation>{0} ist beschädigt</translation>
        </message>
        <message>
            <source>{0} is damaged or locked</source>
            <translation>{0} ist beschädigt oder gesperrt</translation>
        </message>
        <message>
            <source>{0} is finished</source>
            <translation>{0} ist abgeschlossen</translation>
        </message>
        <message>
            <source>{0} is in hand: lay it aside first</source>
            <translation>{0} ist in der Hand: legen Sie sie zuerst weg</translation>
        </message>
        <message>
            <source>{0} is in hand: leave it first</source>
            <translation>{0} ist in der Hand: lassen Sie sie zuerst stehen</translation>
        </message>
        <message>
            <source>{0} is in use</source>
            <translation>{0} ist in Gebrauch</translation>
        </message>
        <message>
            <source>{0} is in your library in version {1}, and this is version {2}</source>
            <translation>{0} steht in Version {1} in Ihrer Bibliothek, und das hier ist Version {2}</translation>
        </message>
        <message>
            <source>{0} is listed twice</source>
            <translation>{0} steht zweimal da</translation>
        </message>
        <message>
            <source>{0} is more than tolerance_mm ({1}), which includes it</source>
            <translation>{0} ist mehr als tolerance_mm ({1}), die es einschließt</translation>
        </message>
        <message>
            <source>{0} is no anaesthetic and numbs nothing: lasts_s must be 0</source>
            <translation>{0} ist kein Betäubungsmittel und betäubt nichts: lasts_s muss 0 sein</translation>
        </message>
        <message>
            <source>{0} is no anaesthetic of {1}{2}</source>
            <translation>{0} ist kein Betäubungsmittel von {1}{2}</translation>
        </message>
        <message>
            <source>{0} is no anchor</source>
            <translation>{0} ist kein Anker</translation>
        </message>
        <message>
            <source>{0} is no drill</source>
            <translation>{0} ist keine Übung</translation>
        </message>
        <message>
            <source>{0} is no id</source>
            <translation>{0} ist keine Kennung</translation>
        </message>
        <message>
            <source>{0} is no joint with a side, such as 'T7-T8 left'</source>
            <translation>{0} ist kein Gelenk mit einer Seite wie 'T7-T8 left'</translation>
        </message>
        <message>
            <source>{0} is no list of keys</source>
            <translation>{0} ist keine Schlüsselliste</translation>
        </message>
        <message>
            <source>{0} is no measure</source>
            <translation>{0} ist keine Messgröße</translation>
        </message>
        <message>
            <source>{0} is no name for a file</source>
            <translation>{0} ist kein Dateiname</translation>
        </message>
        <message>
            <source>{0} is no patient folder</source>
            <translation>{0} ist kein Patientenordner</translation>
        </message>
        <message>
            <source>{0} is no pseudonym: 2 to 32 letters, digits and hyphens</source>
            <translation>{0} ist kein Pseudonym: 2 bis 32 Buchstaben, Ziffern und Bindestriche</translation>
        </message>
        <message>
            <source>{0} is no record</source>
            <translation>{0} ist keine Aufzeichnung</translation>
        </message>
        <message>
            <source>{0} is no template</source>
            <translation>{0} ist keine Vorlage</translation>
        </message>
        <message>
            <source>{0} is none of {1}</source>
            <translation>{0} ist keines von {1}</translation>
        </message>
        <message>
            <source>{0} is not a known profile{1}</source>
            <translation>{0} ist kein bekanntes Profil{1}</translation>
        </message>
        <message>
            <source>{0} is not a known {1}{2}</source>
            <translation>{0} ist hier nicht bekannt ({1}){2}</translation>
        </message>
        <message>
            <source>{0} is not an attempt</source>
            <translation>{0} ist kein Versuch</translation>
        </message>
        <message>
            <source>{0} is not an exam session</source>
            <translation>{0} ist keine Prüfungssitzung</translation>
        </message>
        <message>
            <source>{0} is not as it was written</source>
            <translation>{0} ist nicht, wie es geschrieben wurde</translation>
        </message>
        <message>
            <source>{0} is not of the form package/name</source>
            <translation>{0} hat nicht die Form paket/name</translation>
        </message>
        <message>
            <source>{0} is not one of {1}</source>
            <translation>{0} ist keins von {1}</translation>
        </message>
        <message>
            <source>{0} is not over yet</source>
            <translation>{0} ist noch nicht vorbei</translation>
        </message>
        <message>
            <source>{0} is not served by the nerve on {1}; that serves {2}</source>
            <translation>{0} wird nicht vom Nerv auf {1} versorgt; der versorgt {2}</translation>
        </message>
        <message>
            <source>{0} is not trusted</source>
            <translation>{0} ist nicht vertrauenswürdig</translation>
        </message>
        <message>
            <source>{0} is not warming up</source>
            <translation>{0} wärmt sich nicht auf</translation>
        </message>
        <message>
            <source>{0} is not {1} of this session</source>
            <translation>{0} ist nicht {1} dieser Sitzung</translation>
        </message>
        <message>
            <source>{0} is open to whoever may write it</source>
            <translation>{0} steht jedem offen, der sie beschreiben darf</translation>
        </message>
        <message>
            <source>{0} is there already</source>
            <translation>{0} ist schon da</translation>
        </message>
        <message>
            <source>{0} is too large</source>
            <translation>{0} ist zu groß</translation>
        </message>
        <message>
            <source>{0} is warming up</source>
            <translation>{0} wärmt sich auf</translation>
        </message>
        <message>
            <source>{0} is {1}, not {2}</source>
            <translation>{0} ist {1}, nicht {2}</translation>
        </message>
        <message>
            <source>{0} landmark(s) are given, at least {1} are needed</source>
            <translation>{0} Landmarken sind angegeben, mindestens {1} sind nötig</translation>
        </message>
        <message>
            <source>{0} meets an impossible geometry: {1}</source>
            <translation>{0} trifft auf eine unmögliche Geometrie: {1}</translation>
        </message>
        <message>
            <source>{0} mm a pixel is outside {1} to {2} mm</source>
            <translation>{0} mm je Pixel liegen außerhalb von {1} bis {2} mm</translation>
        </message>
        <message>
            <source>{0} ms are left</source>
            <translation>{0} ms sind übrig</translation>
        </message>
        <message>
            <source>{0} needs a plan about {1} under story.plans</source>
            <translation>{0} braucht einen Plan zu {1} unter story.plans</translation>
        </message>
        <message>
            <source>{0} not taken</source>
            <translation>{0} nicht übernommen</translation>
        </message>
        <message>
            <source>{0} of each kind from seed {1}</source>
            <translation>{0} von jeder Art ab Startwert {1}</translation>
        </message>
        <message>
            <source>{0} of its files may not be in a package</source>
            <translation>{0} seiner Dateien dürfen nicht in ein Paket</translation>
        </message>
        <message>
            <source>{0} of its pictures may name a person</source>
            <translation>{0} seiner Bilder könnten eine Person nennen</translation>
        </message>
        <message>
            <source>{0} of what went wrong was answered in time.</source>
            <translation>{0} dessen, was schiefging, wurde rechtzeitig beantwortet.</translation>
        </message>
        <message>
            <source>{0} of your injections kept to the volume of the stated policy.</source>
            <translation>{0} Ihrer Injektionen hielten die Menge der genannten Regel ein.</translation>
        </message>
        <message>
            <source>{0} of your lesions were numbed first, in time and in full.</source>
            <translation>{0} Ihrer Läsionen wurden vorher betäubt, rechtzeitig und ganz.</translation>
        </message>
        <message>
            <source>{0} of your lesions were set as the stated policy asks.</source>
            <translation>{0} Ihrer Läsionen waren eingestellt, wie die genannte Regel es verlangt.</translation>
        </message>
        <message>
            <source>{0} of your lesions were tested as asked before heat.</source>
            <translation>{0} Ihrer Läsionen wurden vor der Hitze wie verlangt getestet.</translation>
        </message>
        <message>
            <source>{0} of your treatments had that view of the needle before them.</source>
            <translation>Vor {0} Ihrer Behandlungen gab es dieses Bild der Nadel.</translation>
        </message>
        <message>
            <source>{0} of your treatments had their depth looked at after the last movement.</source>
            <translation>Bei {0} Ihrer Behandlungen wurde nach der letzten Bewegung die Tiefe geprüft.</translation>
        </message>
        <message>
            <source>{0} problem(s) were found</source>
            <translation>{0} Problem(e) gefunden</translation>
        </message>
        <message>
            <source>{0} s is outside its 1 to {1} s</source>
            <translation>{0} s liegt außerhalb von 1 bis {1} s</translation>
        </message>
        <message>
            <source>{0} s is outside its {1} to {2} s</source>
            <translation>{0} s liegt außerhalb von {1} bis {2} s</translation>
        </message>
        <message>
            <source>{0} stays closed</source>
            <translation>{0} bleibt geschlossen</translation>
        </message>
        <message>
            <source>{0} steps were out of their place or left out.</source>
            <translation>{0} Schritte standen nicht an ihrem Platz oder fehlten.</translation>
        </message>
        <message>
            <source>{0} thing(s) are missing or wrong</source>
            <translation>{0} Angaben fehlen oder sind falsch</translation>
        </message>
        <message>
            <source>{0} things are missing</source>
            <translation>{0} Angaben fehlen</translation>
        </message>
        <message>
            <source>{0} to {1} mm from patient or table, the limit is {2} mm</source>
            <translation>{0} bis {1} mm von Patient oder Tisch, die Grenze ist {2} mm</translation>
        </message>
        <message>
            <source>{0} was declared; the target is {1}.</source>
            <translation>{0} wurde festgelegt; das Ziel ist {1}.</translation>
        </message>
        <message>
            <source>{0} was erased, and what was erased stays so</source>
            <translation>{0} wurde gelöscht, und was gelöscht wurde, bleibt es</translation>
        </message>
        <message>
            <source>{0} was injected</source>
            <translation>{0} wurde injiziert</translation>
        </message>
        <message>
            <source>{0} was injected after {1} had been aspirated.</source>
            <translation>{0} wurde injiziert, nachdem {1} aspiriert worden war.</translation>
        </message>
        <message>
            <source>{0} was injected although the contrast had shown: {1}.</source>
            <translation>{0} wurde injiziert, obwohl das Kontrastmittel gezeigt hatte: {1}.</translation>
        </message>
        <message>
            <source>{0} was not answered in full by the end.</source>
            <translation>{0} wurde bis zum Ende nicht ganz beantwortet.</translation>
        </message>
        <message>
            <source>{0} was not answered; it {1}.</source>
            <translation>{0} wurde nicht beantwortet; es {1}.</translation>
        </message>
        <message>
            <source>{0} was not begun</source>
            <translation>{0} wurde nicht begonnen</translation>
        </message>
        <message>
            <source>{0} was not enrolled</source>
            <translation>{0} wurde nicht eingeschrieben</translation>
        </message>
        <message>
            <source>{0} was not installed</source>
            <translation>{0} wurde nicht installiert</translation>
        </message>
        <message>
            <source>{0} was not named</source>
            <translation>{0} wurde nicht benannt</translation>
        </message>
        <message>
            <source>{0} was not packed</source>
            <translation>{0} wurde nicht gepackt</translation>
        </message>
        <message>
            <source>{0} was not read</source>
            <translation>{0} wurde nicht gelesen</translation>
        </message>
        <message>
            <source>{0} was not sat</source>
            <translation>{0} wurde nicht abgelegt</translation>
        </message>
        <message>
            <source>{0} was not sealed</source>
            <translation>{0} wurde nicht versiegelt</translation>
        </message>
        <message>
            <source>{0} was not taken</source>
            <translation>{0} wurde nicht übernommen</translation>
        </message>
        <message>
            <source>{0} was not written</source>
            <translation>{0} wurde nicht geschrieben</translation>
        </message>
        <message>
            <source>{0} would leave C7 to L1</source>
            <translation>{0} verließe C7 bis L1</translation>
        </message>
        <message>
            <source>{0} wrong ones were typed</source>
            <translation>{0} falsche wurden eingegeben</translation>
        </message>
        <message>
            <source>{0} {1} cannot be built; known: {2}</source>
            <translation>{0} {1} kann nicht gebaut werden; bekannt: {2}</translation>
        </message>
        <message>
            <source>{0} {1} is listed twice</source>
            <translation>{0} {1} steht zweimal da</translation>
        </message>
        <message>
            <source>{0} {1} {2} is beyond the machine's {3} to {4} {5}</source>
            <translation>{0} {1} {2} liegt jenseits der {3} bis {4} {5} des Geräts</translation>
        </message>
        <message>
            <source>{0}, and this would have changed or removed one</source>
            <translation>{0}, und dies hätte eine verändert oder entfernt</translation>
        </message>
        <message>
            <source>{0}: MB {1} on the {2} TP, {3}</source>
            <translation>{0}: MB {1} am Querfortsatz {2}, {3}</translation>
        </message>
        <message>
            <source>{0}: is nested too deeply</source>
            <translation>{0}: ist zu tief verschachtelt</translation>
        </message>
        <message>
            <source>{0}: nothing to measure, {1} of 100 marks lost.</source>
            <translation>{0}: nichts zu messen, {1} von 100 Punkten verloren.</translation>
        </message>
        <message>
            <source>{0}: the target on {1} cannot be placed</source>
            <translation>{0}: Das Ziel an {1} lässt sich nicht bestimmen</translation>
        </message>
        <message>
            <source>{0}: {1}, {2} of 100 marks lost.</source>
            <translation>{0}: {1}, {2} von 100 Punkten verloren.</translation>
        </message>
        <message>
            <source>{0}: {1}; that the key changed is in the list</source>
            <translation>{0}: {1}; dass der Schlüssel gewechselt wurde, steht in der Liste</translation>
        </message>
        <message>
            <source>{0}: {1}; the full mark ends at {2}.</source>
            <translation>{0}: {1}; volle Punkte gibt es bis {2}.</translation>
        </message>
        <message>
            <source>{0}; give the bare name of a file beside scenario.yaml</source>
            <translation>{0}; nennen Sie den bloßen Namen einer Datei neben scenario.yaml</translation>
        </message>
        <message>
            <source>{angle:.1f}°</source>
            <translation>{angle:.1f}°</translation>
        </message>
        <message>
            <source>{answered} of {asked} cases were answered.</source>
            <translation>{answered} von {asked} Fällen wurden beantwortet.</translation>
        </message>
        <message>
            <source>{answered} of {asked} pictures were answered.</source>
            <translation>{answered} von {asked} Bildern wurden beantwortet.</translation>
        </message>
        <message>
            <source>{answered} of {asked} runs were answered.</source>
            <translation>{answered} von {asked} Serien wurden beantwortet.</translation>
        </message>
        <message>
            <source>{answered} of {asked} views were answered.</source>
            <translation>{answered} von {asked} Projektionen wurden beantwortet.</translation>
        </message>
        <message>
            <source>{attempt}: its score is another now than when it was released</source>
            <translation>{attempt}: Die Bewertung ist jetzt eine andere als bei der Freigabe</translation>
        </message>
        <message>
            <source>{at}  {joint}: MB {nerve} on {bone}, {side}</source>
            <translation>{at}  {joint}: MB {nerve} auf {bone}, {side}</translation>
        </message>
        <message>
            <source>{count} attempts</source>
            <translation>{count} Versuche</translation>
        </message>
        <message>
            <source>{count} attempts count</source>
            <translation>{count} Versuche zählen</translation>
        </message>
        <message>
            <source>{count} attempts were deleted.</source>
            <translation>{count} Versuche wurden gelöscht.</translation>
        </message>
        <message>
            <source>{count} critical errors</source>
            <translation>{count} kritische Fehler</translation>
        </message>
        <message>
            <source>{count} entries</source>
            <translation>{count} Einträge</translation>
        </message>
        <message>
            <source>{count} exp</source>
            <translation>{count} Aufn</translation>
        </message>
        <message>
            <source>{count} files without patient data lie in {out}.</source>
            <translation>{count} Dateien ohne Patientendaten liegen in {out}.</translation>
        </message>
        <message>
            <source>{count} finished attempts are from before {day}, longer than they are to be kept.</source>
            <translation>{count} abgeschlossene Versuche sind von vor dem {day}, älter als sie aufbewahrt werden sollen.</translation>
        </message>
        <message>
            <source>{count} more to look at</source>
            <translation>noch {count} anzusehen</translation>
        </message>
        <message>
            <source>{count} names were erased.</source>
            <translation>{count} Namen wurden gelöscht.</translation>
        </message>
        <message>
            <source>{count} of them chosen</source>
            <translation>{count} davon gewählt</translation>
        </message>
        <message>
            <source>{count} people</source>
            <translation>{count} Personen</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>{count} points fit within {rms} mm (root mean square), the worst {worst} mm.</source>
            <translation>{count} Punkte passen auf {rms} mm (quadratisches Mittel), der schlechteste auf {worst} mm.</translation>
        </message>
        <message>
            <source>{count} problems</source>
            <translation>{count} Mängel</translation>
        </message>
        <message>
            <source>{count} variants cannot be shared out evenly over {forms} forms.</source>
            <translation>{count} Varianten lassen sich nicht gleichmäßig auf {forms} Formen verteilen.</translation>
        </message>
        <message>
            <source>{count} variants: {each} of them and {anchors} anchors in each form.</source>
            <translation>{count} Varianten: in jeder Form {each} davon und {anchors} Anker.</translation>
        </message>
        <message>
            <source>{dangerous} times you would have heated, or gone on heating, beside a nerve of the ribs.</source>
            <translation>{dangerous}-mal hätten Sie neben einem Rippennerv geheizt oder weitergeheizt.</translation>
        </message>
        <message>
            <source>{dangerous} times you would have injected where it does harm.</source>
            <translation>{dangerous}-mal hätten Sie injiziert, wo es schadet.</translation>
        </message>
        <message>
            <source>{day} {clock}</source>
            <translation>{day} {clock}</translation>
        </message>
        <message>
            <source>{done} of {all} cases done · {mastered} of {drills} drills mastered · {count} attempts on one day</source>
            <translation>{done} von {all} Fällen gemacht · {mastered} von {drills} Übungen beherrscht · {count} Versuche an einem Tag</translation>
        </message>
        <message>
            <source>{done} of {all} cases done · {mastered} of {drills} drills mastered · {count} attempts on {days} days</source>
            <translation>{done} von {all} Fällen gemacht · {mastered} von {drills} Übungen beherrscht · {count} Versuche an {days} Tagen</translation>
        </message>
        <message>
            <source>{formula} Source: {citation}</source>
            <translation>{formula} Quelle: {citation}</translation>
        </message>
        <message>
            <source>{form}: {count} stations, {anchors} of them anchors</source>
            <translation>{form}: {count} Stationen, davon {anchors} Anker</translation>
        </message>
        <message>
            <source>{hits} of {asked} corners within 3 mm; half of them within {middle_um}.</source>
            <translation>{hits} von {asked} Ecken innerhalb 3 mm; die Hälfte innerhalb {middle_um}.</translation>
        </message>
        <message>
            <source>{hz} Hz  {volt:.2f} V  {ohm} ohm</source>
            <translation>{hz} Hz  {volt:.2f} V  {ohm} Ohm</translation>
        </message>
        <message>
            <source>{hz} Hz, {volt} V, {ohm} ohm:</source>
            <translation>{hz} Hz, {volt} V, {ohm} Ohm:</translation>
        </message>
        <message>
            <source>{joint}: MB {nerve} on the {bone} TP, {side}</source>
            <translation>{joint}: MB {nerve} am Querfortsatz {bone}, {side}</translation>
        </message>
        <message>
            <source>{kerma:.2f} mGy</source>
            <translation>{kerma:.2f} mGy</translation>
        </message>
        <message>
            <source>{key} already means “{action}”. Free it there first.</source>
            <translation>{key} bedeutet schon „{action}“. Geben Sie sie dort zuerst frei.</translation>
        </message>
        <message>
            <source>{kind}: now {now}, toward {plateau}, rate {rate}, spread {sd}; it tells more than the mean by {better} (AICc). Band: 95 % of the whole curve.</source>
            <translation>{kind}: jetzt {now}, gegen {plateau}, Rate {rate}, Streuung {sd}; sagt um {better} mehr als der Mittelwert (AICc). Band: 95 % der ganzen Kurve.</translation>
        </message>
        <message>
            <source>{kv:.0f} kV   {ma:.1f} mA   {ms:.0f} ms</source>
            <translation>{kv:.0f} kV   {ma:.1f} mA   {ms:.0f} ms</translation>
        </message>
        <message>
            <source>{length:.1f} mm</source>
            <translation>{length:.1f} mm</translation>
        </message>
        <message>
            <source>{marks} of 100 lost</source>
            <translation>{marks} von 100 verloren</translation>
        </message>
        <message>
            <source>{mark} of 1000, cut {cut}: {passed}</source>
            <translation>{mark} von 1000, Grenze {cut}: {passed}</translation>
        </message>
        <message>
            <source>{minutes:.1f} min</source>
            <translation>{minutes:.1f} min</translation>
        </message>
        <message>
            <source>{minutes} min {seconds:02d} s old</source>
            <translation>{minutes} min {seconds:02d} s alt</translation>
        </message>
        <message>
            <source>{minutes} minutes of beam so far. Reset the signal (Shift+T) when you have heard it.</source>
            <translation>{minutes} Minuten Strahlung bisher. Quittieren Sie das Signal (Umschalt+T), wenn Sie es gehört haben.</translation>
        </message>
        <message>
            <source>{ml:.1f} mL of {agent} is in.</source>
            <translation>{ml:.1f} ml {agent} sind gegeben.</translation>
        </message>
        <message>
            <source>{mm} beyond the margin of: {what}</source>
            <translation>{mm} außerhalb des Randes von: {what}</translation>
        </message>
        <message>
            <source>{mm} from the nerve</source>
            <translation>{mm} vom Nerv</translation>
        </message>
        <message>
            <source>{mm} inside the margin of: {what}</source>
            <translation>{mm} innerhalb des Randes von: {what}</translation>
        </message>
        <message>
            <source>{mm} mm</source>
            <translation>{mm} mm</translation>
        </message>
        <message>
            <source>{mm} mm off</source>
            <translation>{mm} mm daneben</translation>
        </message>
        <message>
            <source>{mm} off</source>
            <translation>{mm} daneben</translation>
        </message>
        <message>
            <source>{month} {day}</source>
            <translation>{day}. {month}</translation>
        </message>
        <message>
            <source>{name} is no picture.</source>
            <translation>{name} ist kein Bild.</translation>
        </message>
        <message>
            <source>{name} is not taken: {why}</source>
            <translation>{name} wird nicht angenommen: {why}</translation>
        </message>
        <message>
            <source>{name}: a distance of 30 mm is known to {doubt:.1f} mm, in one plane only</source>
            <translation>{name}: eine Strecke von 30 mm ist auf {doubt:.1f} mm bekannt, nur in einer Ebene</translation>
        </message>
        <message>
            <source>{name}: error {px:.1f} px = {mm:.2f} mm, rays within {doubt:.2f} mm</source>
            <translation>{name}: Fehler {px:.1f} px = {mm:.2f} mm, Strahlen auf {doubt:.2f} mm</translation>
        </message>
        <message>
            <source>{name}: geometry from its tags</source>
            <translation>{name}: Geometrie aus den eigenen Angaben</translation>
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation>{number} von {all}</translation>
        </message>
        <message>
            <source>{number}. {title}, {limit} s. {where}</source>
            <translation>{number}. {title}, {limit} s. {where}</translation>
        </message>
        <message>
            <source>{number}. {title}: {done} of {all} done</source>
            <translation>{number}. {title}: {done} von {all} gemacht</translation>
        </message>
        <message>
            <source>{off} from the corner.</source>
            <translation>{off} neben der Ecke.</translation>
        </message>
        <message>
            <source>{ohm} ohm</source>
            <translation>{ohm} Ohm</translation>
        </message>
        <message>
            <source>{part}: its lines add up to {sum}, not {weight}</source>
            <translation>{part}: Die Zeilen ergeben {sum}, nicht {weight}</translation>
        </message>
        <message>
            <source>{passed} of {n} attempts passed.</source>
            <translation>{passed} von {n} Versuchen bestanden.</translation>
        </message>
        <message>
            <source>{passes} of 3 passes</source>
            <translation>{passes} von 3</translation>
        </message>
        <message>
            <source>{passes} of {wanted} passes in a row, {patients} of {all} patients, {days} of {most} days</source>
            <translation>{passes} von {wanted} in Folge bestanden, {patients} von {all} Patienten, {days} von {most} Tagen</translation>
        </message>
        <message>
            <source>{percent} % sure</source>
            <translation>zu {percent} % sicher</translation>
        </message>
        <message>
            <source>{person} has no attempt that counts.</source>
            <translation>{person} hat keinen Versuch, der zählt.</translation>
        </message>
        <message>
            <source>{place}, {distance:.2f} m</source>
            <translation>{place}, {distance:.2f} m</translation>
        </message>
        <message>
            <source>{right} of {asked} cases read rightly.</source>
            <translation>{right} von {asked} Fällen richtig gelesen.</translation>
        </message>
        <message>
            <source>{right} of {asked} cases read rightly; 14 are wanted.</source>
            <translation>{right} von {asked} Fällen richtig gelesen; 14 sind gefragt.</translation>
        </message>
        <message>
            <source>{right} of {asked} runs named and acted on rightly.</source>
            <translation>{right} von {asked} Serien richtig benannt und behandelt.</translation>
        </message>
        <message>
            <source>{right} of {asked} runs named and acted on rightly; 11 are wanted.</source>
            <translation>{right} von {asked} Serien richtig benannt und behandelt; 11 sind gefragt.</translation>
        </message>
        <message>
            <source>{role}: {oblique}° oblique, {tilt}° tilt, ± {tolerance}°</source>
            <translation>{role}: {oblique}° schräg, {tilt}° gekippt, ± {tolerance}°</translation>
        </message>
        <message>
            <source>{score} of 100</source>
            <translation>{score} von 100</translation>
        </message>
        <message>
            <source>{seconds} s ago</source>
            <translation>vor {seconds} s</translation>
        </message>
        <message>
            <source>{seconds} s old</source>
            <translation>{seconds} s alt</translation>
        </message>
        <message>
            <source>{seen} of {total} rings outside</source>
            <translation>{seen} von {total} Ringen draußen</translation>
        </message>
        <message>
            <source>{sex}, {age:g} years, BMI {bmi:g}</source>
            <translation>{sex}, {age:g} Jahre, BMI {bmi:g}</translation>
        </message>
        <message>
            <source>{size} came free; patients are built again when needed.</source>
            <translation>{size} wurden frei; Patienten werden bei Bedarf neu gebaut.</translation>
        </message>
        <message>
            <source>{slices} slices of {columns} × {rows}, {spacing} mm</source>
            <translation>{slices} Schichten zu {columns} × {rows}, {spacing} mm</translation>
        </message>
        <message>
            <source>{source}: n = {people} people at {items} stations; {left} people with a gap left out.</source>
            <translation>{source}: n = {people} Personen an {items} Stationen; {left} Personen mit einer Lücke fehlen.</translation>
        </message>
        <message>
            <source>{station}   {left} left</source>
            <translation>{station}   noch {left}</translation>
        </message>
        <message>
            <source>{station}: not begun, {left}</source>
            <translation>{station}: nicht begonnen, {left}</translation>
        </message>
        <message>
            <source>{station}: submitted</source>
            <translation>{station}: abgegeben</translation>
        </message>
        <message>
            <source>{station}: {state}, {left} left</source>
            <translation>{station}: {state}, noch {left}</translation>
        </message>
        <message>
            <source>{s} seconds pass.</source>
            <translation>{s} Sekunden vergehen.</translation>
        </message>
        <message>
            <source>{title}  ({id})
{when} UTC, {state}</source>
            <translation>{title}  ({id})
{when} UTC, {state}</translation>
        </message>
        <message>
            <source>{title}  ·  session {label}
{papers} papers</source>
            <translation>{title}  ·  Sitzung {label}
{papers} Arbeiten</translation>
        </message>
        <message>
            <source>{title}, at {workstation}: {state}</source>
            <translation>{title}, an {workstation}: {state}</translation>
        </message>
        <message>
            <source>{title}, {when}, {state}: {candidates} candidates, {released} released</source>
            <translation>{title}, {when}, {state}: {candidates} Prüflinge, {released} freigegeben</translation>
        </message>
        <message>
            <source>{title}. Target: {targets}. Took {clock} min, {pictures} pictures.</source>
            <translation>{title}. Ziel: {targets}. Dauer {clock} min, {pictures} Bilder.</translation>
        </message>
        <message>
            <source>{title}: begun {when}, {entries} in its log</source>
            <translation>{title}: begonnen {when}, {entries} im Protokoll</translation>
        </message>
        <message>
            <source>{warm:.0f} °C   {watt:.1f} W   {ohm} ohm   {s} s</source>
            <translation>{warm:.0f} °C   {watt:.1f} W   {ohm} Ohm   {s} s</translation>
        </message>
        <message>
            <source>{what}: {files} files, {size}</source>
            <translation>{what}: {files} Dateien, {size}</translation>
        </message>
        <message>
            <source>{who} has not agreed</source>
            <translation>{who} hat nicht zugestimmt</translation>
        </message>
        <message>
            <source>{who}: exposure {number}</source>
            <translation>{who}: Aufnahme {number}</translation>
        </message>
        <message>
            <source>{who}: {phase}, receipt {receipt}, results withheld</source>
            <translation>{who}: {phase}, Quittung {receipt}, Ergebnisse zurückgehalten</translation>
        </message>
        <message>
            <source>{who}: {verdict}, mean mark {mean} of 1000, receipt {receipt}</source>
            <translation>{who}: {verdict}, mittlere Bewertung {mean} von 1000, Quittung {receipt}</translation>
        </message>
        <message>
            <source>{words}  (poses differ)</source>
            <translation>{words}  (andere Stellung)</translation>
        </message>
        <message>
            <source>○ target</source>
            <translation>○ Ziel</translation>
        </message>
        <message>
            <source>○ target  × tip</source>
            <translation>○ Ziel  × Spitze</translation>
        </message>
        <message>
            <source>○ target  × tip then</source>
            <translation>○ Ziel  × Spitze danach</translation>
        </message>
    </context>
</TS>
