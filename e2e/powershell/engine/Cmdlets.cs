using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Winnow.Engine;

/// <summary>The few commands that Winnow's library and its tests use; the engine's package lacks them.</summary>
internal static class Cmdlets
{
    public static readonly SessionStateCmdletEntry[] All =
    [
        new("ConvertTo-Json", typeof(ConvertToJson), null),
        new("ConvertFrom-Json", typeof(ConvertFromJson), null),
        new("Start-Sleep", typeof(StartSleep), null),
        new("Get-ExecutionPolicy", typeof(GetExecutionPolicy), null),
    ];
}

[Cmdlet("ConvertTo", "Json")]
public sealed class ConvertToJson : PSCmdlet
{
    [Parameter(Mandatory = true), AllowNull] public object? InputObject { get; set; }
    [Parameter] public SwitchParameter Compress { get; set; }
    [Parameter] public int Depth { get; set; } = 2;

    protected override void EndProcessing()
    {
        using var text = new MemoryStream();
        var options = new JsonWriterOptions { Indented = !Compress, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(text, options)) Write(json, InputObject, 0);
        WriteObject(System.Text.Encoding.UTF8.GetString(text.ToArray()));
    }

    private void Write(Utf8JsonWriter json, object? value, int depth)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (bare)
        {
            case null: json.WriteNullValue(); return;
            case string or char: json.WriteStringValue(bare.ToString()); return;
            case bool flag: json.WriteBooleanValue(flag); return;
            case double number: json.WriteNumberValue(number); return;
            case decimal number: json.WriteNumberValue(number); return;
            case ulong number: json.WriteNumberValue(number); return;
            case Enum or byte or sbyte or short or ushort or int or uint or long: json.WriteNumberValue(Convert.ToInt64(bare)); return;
        }
        // Where PowerShell's own command would write a text or drop something, this one fails: the library must not rely on it.
        if (depth > Depth) throw new InvalidOperationException("ConvertTo-Json: too deep");
        if (value is PSObject { BaseObject: PSCustomObject } made) bare = Pairs(made);
        if (bare is IDictionary pairs) WritePairs(json, pairs, depth);
        else if (bare is IEnumerable items) WriteItems(json, items, depth);
        else throw new InvalidOperationException($"ConvertTo-Json: not a plain value: {bare.GetType()}");
    }

    private static IDictionary Pairs(PSObject made)
    {
        var pairs = new System.Collections.Specialized.OrderedDictionary();
        foreach (var property in made.Properties) pairs.Add(property.Name, property.Value);
        return pairs;
    }

    private void WritePairs(Utf8JsonWriter json, IDictionary pairs, int depth)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry pair in pairs)
        {
            json.WritePropertyName(pair.Key.ToString()!);
            Write(json, pair.Value, depth + 1);
        }
        json.WriteEndObject();
    }

    private void WriteItems(Utf8JsonWriter json, IEnumerable items, int depth)
    {
        json.WriteStartArray();
        foreach (var item in items) Write(json, item, depth + 1);
        json.WriteEndArray();
    }
}

[Cmdlet("ConvertFrom", "Json")]
public sealed class ConvertFromJson : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)] public string InputObject { get; set; } = "";

    protected override void ProcessRecord() => WriteObject(Read(JsonDocument.Parse(InputObject).RootElement), true);

    private static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var number) ? (object)number : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PSObject ReadObject(JsonElement json)
    {
        var result = new PSObject();
        foreach (var property in json.EnumerateObject()) result.Properties.Add(new PSNoteProperty(property.Name, Read(property.Value)));
        return result;
    }
}

[Cmdlet("Start", "Sleep")]
public sealed class StartSleep : PSCmdlet
{
    private readonly ManualResetEventSlim _stopped = new();

    [Parameter] public int Milliseconds { get; set; }
    [Parameter(Position = 0)] public int Seconds { get; set; }

    protected override void ProcessRecord() => _stopped.Wait(Milliseconds + Seconds * 1000);

    protected override void StopProcessing() => _stopped.Set();
}

/// <summary>As PowerShell has it where there is no Windows.</summary>
[Cmdlet("Get", "ExecutionPolicy")]
public sealed class GetExecutionPolicy : PSCmdlet
{
    [Parameter] public SwitchParameter List { get; set; }

    protected override void ProcessRecord()
    {
        var policy = new PSObject();
        policy.Properties.Add(new PSNoteProperty("Scope", "LocalMachine"));
        policy.Properties.Add(new PSNoteProperty("ExecutionPolicy", "Unrestricted"));
        WriteObject(policy);
    }
}
