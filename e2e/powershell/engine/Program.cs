using System.Management.Automation;
using System.Text;
using System.Text.Json;
using Winnow.Engine;
using Winnow.Engine.Floor;

// `--floor` reads a script and prints what Windows PowerShell 5.1 on .NET Framework 4.7.2 lacks of it, as JSON. Else it
// behaves as `powershell -NoLogo -NoExit -Command -` does: other arguments are accepted and mean nothing here.
// WINNOW_ENGINE_LANGUAGE=ConstrainedLanguage starts it in that language mode.
Console.OutputEncoding = new UTF8Encoding(false);
Console.InputEncoding = new UTF8Encoding(false);
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // as pwsh does
if (args is ["--floor"])
{
    Console.Out.WriteLine(JsonSerializer.Serialize(Check.Run(Console.In.ReadToEnd(), Commands.Read()), JsonSerializerOptions.Web));
    return 0;
}
var mode = Environment.GetEnvironmentVariable("WINNOW_ENGINE_LANGUAGE") ?? nameof(PSLanguageMode.FullLanguage);
using var session = new Session(Enum.Parse<PSLanguageMode>(mode));
return session.Run(Console.In);
