# Makes the installer of this Windows machine, in target\installer: an .msi, or an .exe with -Type exe, with its SHA-256 sum.
#
#   packaging\build.ps1 [-Type msi|exe] [-Image]
#
# Needed: a JDK 25 with jlink and jpackage, and WiX 3.14 or newer (https://wixtoolset.org) on the PATH for the installer itself.
param([ValidateSet('msi', 'exe')][string]$Type = 'msi', [switch]$Image)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$needed = 25
$root = (Resolve-Path (Join-Path $PSScriptRoot '..')).Path
Set-Location $root

function Say([string]$words) { Write-Host "packaging: $words" }

function Invoke-Checked([string]$program, [string[]]$arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "packaging: $program ended with $LASTEXITCODE" }
}

function Find-Jdk {
    $homes = @($env:JAVA_HOME) + @(Get-ChildItem -Directory -ErrorAction SilentlyContinue -Path `
        "$env:ProgramFiles\Eclipse Adoptium\*", "$env:ProgramFiles\Java\*", "$env:ProgramFiles\Microsoft\*", "$env:USERPROFILE\.jdks\*" | ForEach-Object { $_.FullName })
    foreach ($candidate in $homes) {
        if (-not $candidate) { continue }
        $release = Join-Path $candidate 'release'
        if (-not ((Test-Path "$candidate\bin\jpackage.exe") -and (Test-Path "$candidate\bin\jlink.exe") -and (Test-Path $release))) { continue }
        if ((Get-Content $release -Raw) -match 'JAVA_VERSION="(\d+)' -and [int]$Matches[1] -ge $needed) { return $candidate }
    }
    throw "packaging: a JDK $needed or newer with jlink and jpackage is needed and none was found: install one (for example from https://adoptium.net) or set JAVA_HOME to it."
}

$jdk = Find-Jdk
if (-not [Environment]::Is64BitOperatingSystem) { throw 'packaging: no sentence model runs on 32-bit Windows.' }
$work = Join-Path $root 'target\packaging'
$installers = Join-Path $root 'target\installer'
$imageFolder = Join-Path $root 'target\image'
foreach ($folder in $work, $installers, $imageFolder) { if (Test-Path $folder) { Remove-Item -Recurse -Force $folder } }
New-Item -ItemType Directory -Force "$work\lib", "$work\modules", $installers | Out-Null

Say 'building the program'
Invoke-Checked '.\mvnw.cmd' @('-q', 'package', '-Psbom', '-DskipTests', '-Dstartcache.skip=true')
$version = (Get-Content 'target\classes\build.properties' | Where-Object { $_ -like 'version=*' }) -replace '^version=', ''
if (-not $version) { throw 'packaging: target\classes\build.properties names no version.' }

Get-ChildItem 'target\acquaint\lib\*.jar' | ForEach-Object {
    if ($_.Name -like 'javafx-*-win*.jar') { Copy-Item $_.FullName "$work\modules" }
    elseif ($_.Name -notlike 'javafx-*') { Copy-Item $_.FullName "$work\lib" }
}

# What is delivered and what the list says must be the same. A part stands there as pkg:maven/group/name@version.
$listed = @(Select-String -Path 'target\sbom\acquaint.cdx.json' -Pattern '"purl" : "pkg:maven/[^/]*/([^@]*)@([^?"]*)' |
    ForEach-Object { $_.Matches[0].Groups[1].Value + '-' + $_.Matches[0].Groups[2].Value } | Sort-Object -Unique)
$delivered = @(Get-ChildItem "$work\lib\*.jar", "$work\modules\*.jar" | ForEach-Object { $_.BaseName -replace '^(javafx-.*)-win.*$', '$1' } | Sort-Object -Unique)
$different = @(Compare-Object $listed $delivered)
if ($different) { throw "packaging: the list of parts (<=) is not what is delivered (=>): $($different | Out-String)" }
Copy-Item 'target\sbom\acquaint.cdx.json', 'packaging\licences.md', 'LICENSE' "$work\lib"

Say 'taking out what other systems need'
Invoke-Checked "$jdk\bin\java.exe" @('packaging\OwnSystem.java', 'windows', 'x64', "$work\lib")

Say 'linking the runtime'
$modules = (Get-Content 'packaging\modules.txt' | Where-Object { $_ }) -join ','
$locales = (Get-Content 'packaging\locales.txt' | Where-Object { $_ }) -join ','
Invoke-Checked "$jdk\bin\jlink.exe" @('--module-path', "$work\modules", '--add-modules', $modules, '--include-locales', $locales, '--strip-debug', '--no-header-files', '--no-man-pages',
    '--compress', 'zip-6', '--output', "$work\runtime")

Say 'putting the program together'
Invoke-Checked "$jdk\bin\java.exe" @('packaging\Icons.java', 'packaging\icons', $work)
Invoke-Checked "$jdk\bin\jpackage.exe" @('--type', 'app-image', '--name', 'Acquaint', '--app-version', $version, '--vendor', 'Acquaint',
    '--description', 'Customer support that remembers every customer', '--copyright', 'Apache License 2.0', '--icon', "$work\acquaint.ico",
    '--runtime-image', "$work\runtime", '--input', "$work\lib", '--main-jar', "acquaint-$version.jar", '--main-class', 'acquaint.Main',
    '--java-options', '--enable-native-access=ALL-UNNAMED,javafx.graphics', '--java-options', '-XX:+UseSerialGC', '--java-options', '-XX:+UseCompactObjectHeaders', '--java-options', '-XX:SweeperThreshold=100', '--java-options', '-Xms96m', '--java-options', '-Xmn32m', '--java-options', '-Xmx1g',
    '--java-options', '-XX:AOTCache=$APPDIR\acquaint.aot', '--java-options', '-Xlog:aot*=off', '--java-options', '-Xlog:cds*=off', '--dest', $imageFolder)

Say 'letting the program walk through a ticket once, so that it starts quickly (JEP 514)'
$app = "$imageFolder\Acquaint\app"
Push-Location $app
try {
    # Twice: what the cache learns is how a start goes that finds its desk and its settings, as every one but the first does.
    # Not what was called how often: see packaging/build.sh.
    foreach ($learning in @('-Dacquaint.first=true'), @('-XX:+IgnoreUnrecognizedVMOptions', '-XX:+UnlockDiagnosticVMOptions', '-XX:-AOTRecordTraining', '-XX:AOTCacheOutput=acquaint.aot')) {
        Invoke-Checked "$imageFolder\Acquaint\runtime\bin\java.exe" ($learning + @('--enable-native-access=ALL-UNNAMED,javafx.graphics', '-XX:+UseSerialGC',
            '-XX:+UseCompactObjectHeaders', '-XX:SweeperThreshold=100', '-Xms96m', '-Xmn32m', '-Xmx1g', '-Xlog:aot*=off', '-Xlog:cds*=off', '-Dglass.platform=Headless', '-Dprism.order=sw', '-cp', "$app\*", 'acquaint.Main', '--data', "$work\training", '--demo'))
    }
} finally {
    Pop-Location
}
if (-not (Test-Path "$app\acquaint.aot")) { throw 'packaging: no start cache was made.' }
if ($Image) { Say "made $imageFolder"; exit 0 }

Say 'packing'
Invoke-Checked "$jdk\bin\jpackage.exe" @('--type', $Type, '--name', 'Acquaint', '--app-version', $version, '--app-image', "$imageFolder\Acquaint", '--dest', $installers,
    '--vendor', 'Acquaint', '--license-file', 'LICENSE', '--win-menu', '--win-menu-group', 'Acquaint', '--win-shortcut-prompt', '--win-dir-chooser', '--win-per-user-install',
    '--file-associations', 'packaging\windows\mail.properties',
    # The same for every version, so that a newer one takes the place of an older.
    '--win-upgrade-uuid', '0d6c2c5e-6f0f-4f3d-9f8c-3b0d8d1a7e52')
Copy-Item 'target\sbom\acquaint.cdx.json' "$installers\acquaint-$version.cdx.json"
Get-ChildItem $installers -File | ForEach-Object { "{0}  {1}" -f (Get-FileHash $_.FullName -Algorithm SHA256).Hash.ToLower(), $_.Name } | Set-Content "$installers\SHA256SUMS"
Say "made in ${installers}:"
Get-ChildItem $installers | Format-Table Length, Name -AutoSize
