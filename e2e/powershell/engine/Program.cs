using System.Management.Automation;
using System.Text;
using Winnow.Engine;

// Behaves as `powershell -NoLogo -NoExit -Command -` does: other arguments are accepted and mean nothing here.
// WINNOW_ENGINE_LANGUAGE=ConstrainedLanguage starts it in that language mode.
Console.OutputEncoding = new UTF8Encoding(false);
Console.InputEncoding = new UTF8Encoding(false);
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // as pwsh does
var mode = Environment.GetEnvironmentVariable("WINNOW_ENGINE_LANGUAGE") ?? nameof(PSLanguageMode.FullLanguage);
using var session = new Session(Enum.Parse<PSLanguageMode>(mode));
return session.Run(Console.In);
