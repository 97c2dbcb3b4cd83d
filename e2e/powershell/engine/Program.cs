using System.Management.Automation;
using System.Text;
using System.Text.Json;
using Winnow.Engine;
using Winnow.Engine.Floor;

// `--floor` reads scripts, a zero character between them, and prints of each what Windows PowerShell 5.1 on .NET Framework 4.7.2 lacks, as JSON. Else it
// behaves as `powershell -NoLogo -NoExit -Command -` does: other arguments are accepted and mean nothing here.
// WINNOW_ENGINE_LANGUAGE=ConstrainedLanguage starts it in that language mode.
Console.OutputEncoding = new UTF8Encoding(false);
Console.InputEncoding = new UTF8Encoding(false);
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // as pwsh does
if (args is ["--floor"])
{
    var commands = Commands.Read();
    using var framework = new Framework();
    Console.Out.WriteLine(JsonSerializer.Serialize(Console.In.ReadToEnd().Split('\0').Select(script => Check.Run(script, framework, commands)), JsonSerializerOptions.Web));
    return 0;
}
var mode = Environment.GetEnvironmentVariable("WINNOW_ENGINE_LANGUAGE") ?? nameof(PSLanguageMode.FullLanguage);
using var session = new Session(Enum.Parse<PSLanguageMode>(mode));
return session.Run(Console.In);
