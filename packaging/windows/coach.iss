; How Inno Setup makes dist\coach-setup.exe out of dist\coach. Not built here: see packaging/README.md.
;   iscc /DVersion=0.1.0 packaging\windows\coach.iss
; It installs for one person and asks for no rights. Windows knows a kind of file by what stands after its last full stop, so nothing opens
; *.coach.json there: it would open every *.json. Record and settings are in the person's own folder, and stay when coach goes.

#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif

[Setup]
AppId=org.example.lowerbackcoach
AppName=coach
AppVersion={#Version}
AppPublisher=the coach developers
DefaultDirName={autopf}\coach
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=coach-setup
SetupIconFile=coach.ico
UninstallDisplayIcon={app}\coach.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Files]
Source: "..\..\dist\coach\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "..\debian\copyright"; DestDir: "{app}"; DestName: "COPYRIGHT.txt"; Flags: ignoreversion

[InstallDelete]
; Of the version before: a module that is gone must not be found.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\coach"; Filename: "{app}\coach.exe"; Comment: "Gentle stretches for a sore lower back"

[Run]
Filename: "{app}\coach.exe"; Description: "Start coach"; Flags: nowait postinstall skipifsilent
