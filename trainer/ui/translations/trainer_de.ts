<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AnatomyScreen</name>
        <message>
            <source>Look from: {where}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BeamLamp</name>
        <message>
            <source>BEAM ON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>BEAM, latched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SPOT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>X-ray lamp. F: beam while held, S: one picture, Shift+F: latch</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BedsideView</name>
        <message>
            <source>Bedside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bedside view of the back, head up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag: the metal pointer (Alt+arrows). Press the hub to grip it; drag to tilt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BottomStrip</name>
        <message>
            <source>Beam: press and hold</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CArmCard</name>
        <message>
            <source>Bring this stored view into the machine (V: next)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring view {name} into the machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C-arm {name} angle, typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored views: choose one, then expose (V: next)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type an angle and press Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>e.g. L 15</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>e.g. ceph 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text!r} is no angle; type for example {example}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CArmDrawing</name>
        <message>
            <source>C-arm, seen from the feet and from the side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag a receptor to turn the C-arm (arrow keys, Shift for 5°)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the side</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CaseFolder</name>
        <message>
            <source>Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what to talk about.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a part of the file on the left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons, as you would give them to a colleague:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Talk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CutView</name>
        <message>
            <source>Click or drag: crosshair. Wheel: scroll, Ctrl+wheel: zoom. Right drag: window. Double click resets. Keys: arrows, Page Up and Page Down, + and -, 0.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FeelView</name>
        <message>
            <source>Feel of the needle, last ten seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the fingers feel: soft, firm, pop, bone; last ten seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>feel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GeneratorPage</name>
        <message>
            <source>Duration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generator panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No stimulus yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>RF off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>RF off: no electrode in hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stimulus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Temperature</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>Building the patient: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not wait for this any longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rhizotomy Trainer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scenarios</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unfinished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unfinished attempts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InstrumentCard</name>
        <message>
            <source>Gripped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold grip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level to declare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needle to take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side to declare</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeyList</name>
        <message>
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys and help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mouse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it does</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Show {what}, or not</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>PDF (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rhizotomy Trainer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save report</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MonitorView</name>
        <message>
            <source>Empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right drag: window and level, double click resets. Wheel: zoom, Shift or middle drag: pan (with the hub gripped, wheel and drag move the needle).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{length} mm at isocentre</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NotchView</name>
        <message>
            <source>Notch of the hub as a clock, the head at twelve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The hub's notch: twelve is the head (Q, E turn the gripped hub)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close this notice</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PicturePage</name>
        <message>
            <source>Last run: {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store: {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} pictures</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RecordLight</name>
        <message>
            <source>Solid: safe on disk. Hollow: being written. Red: recording failed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoomSheet</name>
        <message>
            <source>Ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Room and patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScoreScreen</name>
        <message>
            <source>Critical errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digest of the score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digest of the score, to be copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digest: the same log gives the same on every machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No critical error.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShaftView</name>
        <message>
            <source>Needle shaft outside the skin, a ring every 10 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No needle in hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The shaft outside the skin: one ring every 10 mm from the tip</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SideSheet</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SolidView</name>
        <message>
            <source>3D view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag turns, wheel zooms, right drag pans, click points at bone, double click resets. Keys: arrows, Shift+arrows, + and -, 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SIMULATION</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SuitePanels</name>
        <message>
            <source>Keep (R) puts the held picture here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SuiteScreen</name>
        <message>
            <source>Choose a level and a side first, then declare.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be moved afterwards; it is then scored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Procedure room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit this attempt?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SyringePage</name>
        <message>
            <source>How much to inject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing went through this needle yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The plunger moves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to inject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ml} mL</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Menu: every action and its key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target convention: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time in the attempt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time since the attempt began</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{dose}   simulated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min: reset</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>trainer</name>
        <message>
            <source> (stopped)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(coughs) It is hard to breathe in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, went into: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 where an exposure that serves the scenario's depth role, with the tip in its field, was taken after the needle last moved or turned; else 0. None where the scenario asks for no depth view.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 where the last decision (proceed, postpone, decline) is the story's or one that it also accepts; 0 where it is another or was never said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 where the last declaration names the level and side of a target and was made with a picture on the monitor; 0 where it names another, was made without a picture, or is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>10 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>16 G RF cannula, 100 mm, 10 mm curved tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>16 G RF cannula, 100 mm, 10 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>16 G RF cannula, 150 mm, 10 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>17 G cooled RF introducer, 100 mm, 5.5 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>18 G RF cannula, 100 mm, 10 mm curved tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>18 G RF cannula, 100 mm, 10 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>18 G RF cannula, 100 mm, 5 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>18 G RF cannula, 150 mm, 10 mm curved tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>18 G RF cannula, 150 mm, 10 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2 Hz</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>20 G RF cannula, 100 mm, 10 mm curved tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>20 G RF cannula, 100 mm, 10 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>20 G RF cannula, 100 mm, 5 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G RF cannula, 100 mm, 5 mm curved tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G RF cannula, 100 mm, 5 mm tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G pencil-point needle, 90 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G spinal needle, 120 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G spinal needle, 150 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G spinal needle, 50 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G spinal needle, 90 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>22 G spinal needle, bent tip, 90 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>25 G pencil-point needle, 90 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>25 G spinal needle, 50 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>25 G spinal needle, 90 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>25 G spinal needle, bent tip, 90 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>30-min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>45 C of lesion {0} reached {1} mm into the {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>45 C reached {0} mm beyond the skin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>5 min: reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>50 Hz</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>60-min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A cannula in a vein</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A needle went into a patient on whom one should not go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A numb patch, rarely weakness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A pregnancy is possible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A red flag must be explained first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A small sting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acts of the room, words with the patient, help; again: put it away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add --segmentation or --landmark, or leave it out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adrenaline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Advance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Advance, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Advice on going home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Air round the lung, and when to come back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All keys on one page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allergies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An allergy must be worked round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Angle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any odd taste, ringing ears, numb lips?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Are you comfortable?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrow down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrow left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrow right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrow up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arteries, veins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask the patient to hold the breath (20 s at most); again: breathe on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aspirate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Atropine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Axial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Axial pain of a facet pattern</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam off: a latched beam drops after 10 s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam off: a question is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam off: the input device is gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam off: the keyboard went elsewhere. Press again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam off: the screen was locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam on while held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam on without holding, for 10 s at most; again: off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Behind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blades</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bleeding and infection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Block diary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bones, nerves and danger structures of the chosen scenario's patient, in 3D and in slices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Boosted dose: more kerma, less noise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both my legs tingle!</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring the next stored view into the machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Burning skin for weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Burns at needle and pad</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C-arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C-arm and table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caliper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call for help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can you breathe in deeply?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can you move both feet? Any tingling in the legs?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canal, foramina</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card: angles and table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card: pulses, dose, field, shutters, detector, where one stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card: stimulation and lesion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card: the needle in hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card: tools for pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card: tubing, plunger, what to inject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case decided right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the disk and the folder's permissions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the file and its permissions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the folder and its permissions, or choose another one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the folder, its permissions and the space on the disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the name, the file and its permissions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder that this program has saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a scenario with a synthetic or a CT patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name, or move the old one away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close it there first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the program; a recorded attempt can be continued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent is signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cool the skin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coronal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declared {level} {side} on picture {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declared {level} {side}, without a picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declared: {level} {side}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Del</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dense bright instead of dark; again: back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Depth seen after the last movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detector left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detector right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detector straight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detector {turn:+.0f}°   SID {sid:.0f}   table {height:+.0f} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Diary: {percent} % better for {hours} hours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distance between the tip as it was left and the target along the patient's back-to-front axis, too deep or too shallow alike; of several targets the farthest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distance in space between the tip as it was left and the target; of several targets the farthest. Rounded down. None where no needle was left or depth is unknown. Only the final place counts: PerkTutor's Targets Hit counts passing by (field.md 2.2, defect 3).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distance of the tip as it was left from the line through the target along the central ray of the last exposure in the working view (where the scenario names none: of the last exposure); of several targets the farthest. Rounded down. None without such an exposure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do the movement that hurts: how is it now?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do you feel anything round your ribs?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do you feel faint?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does anything hurt?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does the skin burn, at the needle or at the pad?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag a receptor on the C-arm card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag on a monitor with caliper or angle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag on the back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw the gripped needle back 0.2 mm (also Ctrl+wheel)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw the gripped needle back 1 mm (also wheel up)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw the plunger back and look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw the stylet, or put it in again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ECG, oxygen saturation, blood pressure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>EXP {number}   {mode}   {field:.0f} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eight pulses a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Electrode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End measuring and cine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every syringe is labelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything up to the last solid mark is safe in {0}; free some space or choose another folder, then resume it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evidence: depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evidence: hub view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evidence: level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evidence: working view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Examination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exchange left and right of the picture as seen; letters follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exchange the live and the reference picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expectations must be settled first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Explain what has happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exposures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exposures with a hand in the beam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fever, infection, pregnancy, general health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fifteen pulses a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fluids</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For training; not for planning real treatment; no validity evidence yet; thoracic evidence is weaker than lumbar; targets are disputed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forceps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Four pulses a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the beginning of the attempt to submit; where it was not submitted, to the last thing that happened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Get the whole scenario again; nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with the chosen unfinished attempt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grip it; drag tilts, the wheel pushes (down is deeper)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grip the hub</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gripped drag on the live monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HELD  CINE {at}/{count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HELD  {age}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HIGH IMPEDANCE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hang the tubing with the syringe on the hub; again: take it off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heat as the generator is set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heat began after {0} ({1}) at {2} mV, {3} Hz, and no later test was free of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heat began without a depth view of the tip since the needle last moved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heat is off after {s} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heat is on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold automatic brightness (kV, mA) at the held picture's; again: let it follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold grip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold still now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold the breath</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold the hub while held; without grip nothing moves the needle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold the hub with a forceps, out of the beam; again: with fingers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Home key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How likely relief is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long relief lasts, and that nerves grow back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How weak the evidence for thoracic procedures is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub clockwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub clockwise, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub counter-clockwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub counter-clockwise, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub down, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub left, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub right, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hub up, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I am all right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I can twist without that pain.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I cannot move my legs properly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I feel feverish, and the spot is red and sore.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I feel sick ... everything goes grey.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I feel you knocking on something.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I itch all over, and my throat is tight.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imaging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Implants</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import the CT again, or get the folder the scenario came with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import the patient again, or restore the folder from a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inject what is chosen; contrast is seen while the beam is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install Rhizotomy Trainer again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It burns, all round my chest - stop, please!</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It gets warm and aches, but I can stand it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is going to get warm; tell me if anything burns or shoots.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is the same as before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is too soon to repeat it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is what the informed patient wants</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It jumps beside my spine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the file as it is and ask for the copy in the records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the held picture as the one that shows the depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the held picture as the one that shows the level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the held picture as the view down the hub</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the held picture as the working view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the hub gripped without holding a key; again: let go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys and help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LIVE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LOW IMPEDANCE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger (also the wheel without grip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lead apron and collar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least clearance of the tip beyond the hazards' margins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave for Home; an unfinished attempt can be continued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the needle standing where it is; the hand is free for another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legs up, head down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lesion {0} was made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lesion {number}: {s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let a minute pass at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let ten minutes pass at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let ten seconds pass at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let the picture tools act on the other monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level and side declared right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level not declared yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lie flat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lipid emulsion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Local anaesthetic in the skin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Longest weighted blind advance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at it in the debrief, or start a new attempt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the chest under fluoroscopy or on a film</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the lung by ultrasound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look further left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look further right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look further to the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look further to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low bleeding risk: the anticoagulant may go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low dose: less kerma, more noise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Magnet on the implant, and its clinic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Magnify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Magnify more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Magnify more: same kerma, smaller area; the shutters open to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Magnify: same kerma, smaller area; the shutters open to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark skin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark the same point in every picture, or check the pictures' geometry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark the skin under the pointer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure an angle: three points, the corner second; again: put it down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure millimetres at the isocentre: drag, or set two points; again: put it down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure; with the blades: drag their edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Medial branches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Medication</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Middle drag or Shift+drag on a monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mm?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Months of other treatment did not help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 0.2° down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 0.2° left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 0.2° right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 0.2° up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 1° down in the held picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 1° left in the held picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 1° right in the held picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the gripped hub 1° up in the held picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the measuring point, the blades in hand, or the zoomed picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the pointer 1 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the pointer 10 mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to screen left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to screen right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the table: the field goes 5 mm to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the zoomed picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My belly is jumping.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My hand is twitching!</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My head aches when I sit up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My lips are numb and I taste metal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My ribs are jerking.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My skin burns at the needle!</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My skin feels sunburnt, even my shirt hurts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nearest end-on view of the final needle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needle decompression of the chest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next stored picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next stored view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No longer subtracted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No needle was in the patient, so your sureness cannot be judged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture yet. Hold F for the beam, S for one picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No, I do not feel anything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Normal dose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not done by then: {0}. Risk: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not passed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not this procedure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is noted here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is stored yet; keep a picture first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of corrections. A correction lies between two advances, or after the last one, and counts once: as soon as the needle, its tip inside the skin, is turned by more than 1 degree from where the last advance pointed; or, where it is not, when after 1 mm or more of withdrawal in tissue it is advanced again. Steps do not matter, only their sum, and a turn is an angle of the axis: PerkTutor's counts depend on the sampling and mistake rotation for travel by the lever arm about the world's origin (field.md 2.2, defects 2 and 6).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of exposures while the gripped hub lay inside the collimated field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of pulses that made a picture, single pictures included. Never to be marked alone: fewer pictures are no merit where the needle is unseen (DESIGN 9).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OBL 0.0°</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Observe, test nerves again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Observed in recovery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off the bone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One pulse a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One second of 2 Hz at the chosen voltage: what moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One second of 50 Hz at the chosen voltage: what is felt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One single picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ooh, it shoots round my ribs to the front!</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it with a newer Rhizotomy Trainer; the file was left as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it with the program version that its header names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the airway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the chosen scenario</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the scenario again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the scenario with the release it was made for, or publish a new version of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the shutters to the whole field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening the attempt where it stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening the patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening the scenario: building the patient, then the log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ow. That stings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Oxygen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pain diary is given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pass mark {mark} of 100, without a critical error.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path of the tip in tissue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patient from CT, C-arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patient from radiographs, stored views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patient: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Perpendicular distance of the tip as it was left from the ray from the X-ray source through the target, of several targets the farthest. Rounded down. Depth along the ray is unknown and not judged. None where the target is known in space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PgDown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PgUp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture {number} is kept: {role}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pillow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Placement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan for the implant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plaster on the punctures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play the last run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pleura</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plunger back: air.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plunger back: blood.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plunger back: clear fluid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plunger back: nothing comes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Point down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Point left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Point right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Point up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer 10 mm left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer 10 mm right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer 10 mm to the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer 10 mm to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer to screen left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer to screen right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer to the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pointer to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press on the puncture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the hub in the bedside view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Procedure note is written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Provisional, not for decisions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pulse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Push the gripped needle 0.2 mm (also Ctrl+wheel)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Push the gripped needle 1 mm (also wheel down)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it beside the scenario, or get the whole scenario again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put its folder, with {0} and the files it names, into {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the electrode into the cannula; again: draw it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put tools down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>REFERENCE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>RETURN PAD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>RF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the scenarios</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons for the decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons given that the story requires, less those it calls wrong, not under 0; none count where the decision is wrong, so luck and lists of every reason earn nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor 10 mm away from the patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor 10 mm toward the patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor 5° to screen left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor 5° to screen right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor 5° to the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor 5° to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor nearer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor to screen left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor to screen right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor to the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receptor to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recording has stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redirections in tissue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference air kerma</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Referral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replay it as pictures instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replay the pictures of the last run; again: pause; Esc ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resuscitate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Return</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Return pad</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reverse the sedation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rhizotomy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right drag on a monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roots, ventral rami</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rotate left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rotate right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run: one back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run: one on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SID {0} mm is less than this machine's {1} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SIMULATION - NOT A PATIENT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>STOPPED: {fault}   {ohm} ohm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>STORED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SUBTRACTED  EXP {number} - {mask}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sagittal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saline lifts the skin off the electrode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save report (PDF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say stop whenever something is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say that the chosen level and side is the one in the last picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say that the task is done; asks once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scoring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sedation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sedation was {0}; {1} allows {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See 'scenario list' for the ids</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See --help and `scenario show`</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set measuring point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set the measuring point where its cross is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Silence the five-minute signal; the beam's time goes on counting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulated, uncalibrated dose: fluoroscopy time {minutes:.1f} minutes, {count} exposures, reference air kerma {kerma:.2f} mGy, kerma-area product {kap:.1f} µGy·m², operator without apron {operator:.2f} µSv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulated. Where the nerve runs is disputed; drawn by the conventions of the scenario.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skin is prepared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller (also the wheel without grip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Soft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Soreness for a week or two</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space bar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speak to and rouse the patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stand 0.25 m farther away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stand 0.25 m nearer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stand at the tube's side, the receptor's side or the foot end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stand elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start lesion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Std</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step nearer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sterile drapes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sterile gloves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop the heat now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop the plunger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop what is being done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store the held picture and show it on the reference monitor; eight are kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored picture before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored picture {number} is subtracted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stylet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtract the stored picture on the reference monitor from the live one; again: no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtraction needs a mask: keep a picture first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sum of the exposures' air kerma at the patient entrance reference point; simulated and uncalibrated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sum of the tip's path inside the skin, forth, back and sideways. A movement through the skin counts from where it crosses: PerkTutor adds the whole step, so its value grows with the step (field.md 2.2, defect 6).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Swap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Swapping needs two held pictures; keep one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Synthetic patient, C-arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Syringe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>TEMPERATURE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>TILT 0.0°</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table 5 mm down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table 5 mm up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table {x:+.0f}, {z:+.0f} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the chosen needle and set its tip on the skin under the pointer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the hazard out of the scenario, or give the patient a segmentation of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the needle in hand again that has stood longest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the needle out and lay it aside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the shutters in hand: drag their edges on the live monitor, no beam needed; again: put down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Team time-out: who, what, which side and level, allergies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell me at once when you feel anything, and where.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell me your name, and where it hurts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That hurts a lot!</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is sore, deep in my back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The anticoagulant must be planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The attempt was not submitted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The attempt was submitted without a depth view of the tip since the needle last moved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case folder: file, talk, decision; again: put it away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The diagnostic blocks do not meet the profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The diagnostic blocks meet the profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The exposures were not written as DICOM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The files of {0} are not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The generator stops by itself: {fault}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The hand was in the beam at exposure {0}{1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The implant needs a plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last rhizotomy helped long enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The least angle, 0 to 90 degrees, between the needle's shaft and the ray through its tip, over the exposures with the tip in their field and the needle within 1 degree of where it points at the end. Within 0.5001 mdeg. None without such an exposure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The least, over all movements and hazards, of the distance between tip and hazard less that hazard's margin; negative inside the margin. None where no needle moved or the scenario names no hazard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The longest run of advance between two exposures that show the tip. Of each advance the depth gained beyond the first centimetre counts, times a weight: 0.1 where bone lies ahead on the axis before any hazard and the tip was seen since the needle last turned by more than 1 degree; 3 where a hazard within reach lies ahead and no bone before it; else 1. What lies ahead is taken before and after the advance, and the dearer counts. Rounded down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mask was taken from elsewhere: more than contrast will differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The metal pointer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The needle is out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The needle stands on the skin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The needle tip entered the {0}{1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The needle was submitted at {0}; the target is {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next picture of the last run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next stored picture on the reference monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pad burns my leg!</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pad's whole face and its cable are checked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pain comes from somewhere else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The patient cannot be built</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The patient does not want it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The patient folder {0} is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The patient was not built</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The patient's own questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The physics of {0} cannot be run again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture before it in the last run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture could not be drawn, and it is our mistake. The attempt is recorded; go Home and continue it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture {0} cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture {0} is not the one this scenario was made with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program failed here, and it is our mistake, not yours. What was recorded is safe: go Home (Ctrl+H) and continue the attempt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program failed here, and it is our mistake. What was recorded is safe: go Home and continue the attempt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report lies in {out}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same scenario once more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The skin is marked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stored picture before it on the reference monitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stored picture has another size; it cannot be a mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole receptor; the shutters open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a numb stripe round my ribs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is an infection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no picture to keep yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no run to replay yet; hold F for some seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no scenario {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This attempt cannot be scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This installation is not whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Through the skin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tilt along the held picture, 0.2° a pixel, Shift 0.04°</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tilt the receptor 1° toward the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tilt the receptor 1° toward the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tilt the receptor 5° toward the feet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tilt the receptor 5° toward the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tip beside the line of sight to the target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tip error across the working view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tip error in depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tip to target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Transfer to hospital</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Treat the pain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tubing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the C-arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the detector so that the picture turns 5° to the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the detector so that the picture turns 5° to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the gripped hub half an hour clockwise as seen from it: bevel or bent tip turn along</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the gripped hub half an hour counter-clockwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the gripped hub ten minutes clockwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the gripped hub ten minutes counter-clockwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the picture a quarter to the left; letters follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the picture a quarter to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the receptor 1° toward screen left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the receptor 1° toward screen right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the receptor 5° toward screen left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn the receptor 5° toward screen right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two pulses a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update the program; the folder is unharmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use one of {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the release it was made with; chain and states can be checked with any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the release it was made with; it can still be scored and verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the whole screen, or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VIEW {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View {name} stands ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait 10 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>We are done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What else there is, and doing nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is for, and what it is not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the patient wants</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What will happen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wheel on a monitor, hub not gripped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where you stand: {dose:.2f} µSv so far without an apron, simulated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window and level; double click resets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window: as the machine shows it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window: dense bone spread out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window: low contrast, everything at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window: lung and rib edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window: needle and tip over bone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw the needle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw, fine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write it down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the attempt's report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>X-rays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes - that is my pain, right there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You answered a complication</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are doing well; I am right here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You checked the depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You counted the level right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You saw the uptake and moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You stopped when the patient spoke</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were right about safety but hardly sure: your eye is better than you think.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were right about safety, and rightly sure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were right about safety.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were sure and wrong about safety: look once more before you rely on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were wrong about safety, and you knew that you were not sure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You will feel pressure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom about the mouse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a lesion runs: stop it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a newer version made it (schema {0}, this program reads {1})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a patient folder is never written over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a rib space twitches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a tip on target is 0 off, and any other more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a twitch beside the spine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>abdomen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>across-implant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>alcohol</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an attempt is never written over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another Rhizotomy Trainer on this computer is recording it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>answer this one first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bone holds the bent tip on that side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bone lies against the needle on that side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bone stops the tip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bony</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>boost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>both legs twitch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>both legs weak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>buttock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by-side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calf</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cardiology-agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chlorhexidine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confused, restless</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>contralateral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>coughs, breathes fast and shallow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does not answer, no pulse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>flushed, wheals, wheezing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>foot end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hanging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hardly answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hub</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ipsilateral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it holds no header line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is answered: go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is larger than {0} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it was made by build {0}, this is {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it was submitted and sealed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its SHA-256 begins {0}, expected is {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its first line is no {0} header</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its folder {0} is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its format is version {0}, known is {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its header does not say how: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its patient folder holds {0}, the scenario was made for {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its patient has no {0} to stay away from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its patient is a set of radiographs, which have no inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its patient was {0}, this program builds {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its start view {0} is none of its pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its tip is not under the skin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its tip is not under the skin: it would fall over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>let the pedal go first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lidocaine-1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>low</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>magnet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moderate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>needle {0} does not stand; standing: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no aids are offered here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no electrode is in the cannula: put it in first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no lesion runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no needle is in hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no picture is held and none is in the machine, so nothing says where right and down are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no picture is held: take one first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no scenario folder holds this version of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no stored picture is in the machine: select a view first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notch at {hour} o'clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notch at {hour}:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>off_um lies between 0 and {0}, got {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overhead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overnight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pale, sweating, pulse 42</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>postpone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>povidone-iodine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>printable text of at most {0} letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>proceed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>provisional, not for decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>receptor side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>record {0} holds {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>record {0} holds {1}, today it is {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reprogrammed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>scar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>score sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sedation is {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>something of that name is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>spoken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>suite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sure_percent lies between {0} (a guess) and {1}, got {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>switched-off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>that was cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>that was the last one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the abdominal wall twitches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the attempt has been submitted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the attempt has not been submitted: it ends with your call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the attempt is paused: go on first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the beam is on: let the pedal go first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the beam is on: time cannot be passed under it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the call for target {0} has been made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the disk did not take the attempt ({0})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the electrode is in the cannula: draw it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the electrode {0} water inside: {1} does not fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the hand twitches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the hub is at the skin: the needle is {0} mm long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the hub is not gripped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the needle would lie {0} degrees off straight, the limit is {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the open {0} would be {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the plunger is moving: wait, or stop the injection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the pointer lies nowhere yet: lay it on the back first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the rays from its pictures pass {0} mm apart, the limit is {1} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the shaft bends no further: draw it back toward the fascia and redirect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the skin reddens at the needle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the skin under the pad is red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the stylet is in the cannula: draw it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the stylet is in the needle: draw it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the syringe hangs on needle {0}: take its tubing off first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the tip is {0} mm clear of the skin: lay the needle aside instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the tubing hangs on needle {0}: take it off first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the {0} shutter at {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no active tip on this needle: an electrode heats only a cannula with one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no agent {0}; known: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no direction {0}; known: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no mode {0}; known: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no side {0}; known: left, right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no target {0}: the briefing names {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no view {0}; known: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no {0} {1}; known: {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no {0}; known: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thigh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this asks for a point of the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this asks for {0}, not for {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this drill leaves {0} alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is no drill: it has no items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this patient has no stored pictures: turn the C-arm instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this patient is a set of stored pictures, taken as they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this patient is a set of stored pictures: select a view instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this patient is a set of stored radiographs, which are DICOM already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this patient is pictures only: nothing is known of what lies in between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this program cannot apply its rubric {0} version {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this program has no {0} version {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true or false</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tube side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} % of the most that {1} allows was given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} C is outside its {1} to {2} C</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} Hz is not offered; 50 and 2 are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} at {1}; the target is {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be looked into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be opened for recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot go on here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} could not be saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} degrees at once are more than {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} does not fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} exists already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has been damaged or changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is in hand: lay it aside first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is in hand: leave it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is no patient folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is none of {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is not an attempt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} meets an impossible geometry: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} s is outside its 1 to {1} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} s is outside its {1} to {2} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} to {1} mm from patient or table, the limit is {2} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was declared; the target is {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was injected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was injected after {1} had been aspirated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was injected although the contrast had shown: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was not answered in full by the end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was not answered; it {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} {1} {2} is beyond the machine's {3} to {4} {5}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: nothing to measure, {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: the target on {1} cannot be placed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{angle:.1f}°</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} exp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{formula} Source: {citation}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hz} Hz  {volt:.2f} V  {ohm} ohm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{joint}: MB {nerve} on the {bone} TP, {side}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kap:.1f} µGy·m²</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kerma:.2f} mGy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kv:.0f} kV   {ma:.1f} mA   {ms:.0f} ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{length:.1f} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes:.1f} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min {seconds:02d} s old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} minutes of beam so far. Reset the signal (Shift+T) when you have heard it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ml:.1f} mL of {agent} is in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ohm} ohm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place}, {distance:.2f} m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{score} of 100</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seen} of {total} rings outside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{s} seconds pass.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}, begun {when} UTC, {records} records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{warm:.0f} °C   {watt:.1f} W   {ohm} ohm   {s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}  (poses differ)</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
