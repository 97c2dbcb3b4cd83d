using System.Text.Json;

namespace Winnow.Engine.Floor;

/// <summary>What a script may call besides .NET and its own functions: commands with their parameters in 5.1, and methods of COM objects.</summary>
internal sealed record Commands(Dictionary<string, string[]> Parameters, string[] ComMethods)
{
    public static Commands Read() => JsonSerializer.Deserialize<Commands>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "floor", "commands.json")), JsonSerializerOptions.Web)!;
}
