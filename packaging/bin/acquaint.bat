@echo off
rem Starts Acquaint: finds a Java that is new enough and hands it the whole command line.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "BASE=%~dp0.."
set "JAVA="

if defined ACQUAINT_JAVA (
  call :try "%ACQUAINT_JAVA%"
  if not defined JAVA (
    echo acquaint: ACQUAINT_JAVA is set, but names no Java %NEEDED% or newer. 1>&2
    exit /b 3
  )
)
if not defined JAVA call :try "%BASE%\runtime\bin\java.exe"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%J in (java.exe) do call :try "%%~$PATH:J"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~D\bin\java.exe"
if not defined JAVA (
  echo acquaint: Java %NEEDED% or newer is needed and none was found: install one ^(for example from https://adoptium.net^) or set ACQUAINT_JAVA to its java.exe. 1>&2
  exit /b 3
)

set CACHE=
if exist "%BASE%\lib\acquaint.aot" set CACHE=-XX:AOTCache="%BASE%\lib\acquaint.aot"
"%JAVA%" %CACHE% -Xlog:aot*=off -Xlog:cds*=off -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:SweeperThreshold=100 -Xms96m -Xmn32m -Xmx1g --enable-native-access=ALL-UNNAMED -cp "%BASE%\lib\*" acquaint.Main %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
set "MAJOR=0"
for /f "tokens=3" %%V in ('""%~1" -version 2^>^&1 ^| findstr /i version"') do for /f "tokens=1 delims=.-+" %%M in ("%%~V") do set "MAJOR=%%M"
if %MAJOR% GEQ %NEEDED% set "JAVA=%~1"
exit /b 0
