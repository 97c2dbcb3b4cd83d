using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Winnow.Engine;

/// <summary>One runspace that takes its commands line by line.</summary>
internal sealed class Session : IDisposable
{
    private readonly PlainHost _host = new();
    private readonly Runspace _runspace;

    public Session(PSLanguageMode mode)
    {
        var state = InitialSessionState.CreateDefault2();
        foreach (var cmdlet in Cmdlets.All) state.Commands.Add(cmdlet);
        state.LanguageMode = mode;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
    }

    /// <summary>Runs to the end of input or to `exit`; the exit code.</summary>
    public int Run(TextReader input)
    {
        var block = new List<string>();
        while (_host.ExitCode is null && input.ReadLine() is { } line)
        {
            // As PowerShell does: a line that is not complete begins a block, and a block ends at a blank line.
            if (block.Count == 0 && IsComplete(line)) Execute(line);
            else if (line.Length > 0) block.Add(line);
            else
            {
                Execute(string.Join('\n', block));
                block.Clear();
            }
        }
        if (_host.ExitCode is null && block.Count > 0) Execute(string.Join('\n', block));
        return _host.ExitCode ?? 0;
    }

    private static bool IsComplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return !Array.Exists(errors, error => error.IncompleteInput);
    }

    private void Execute(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        using var pipeline = _runspace.CreatePipeline(text);
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add("Out-Default");
        try
        {
            pipeline.Invoke();
        }
        catch (RuntimeException error)
        {
            Console.Error.WriteLine(error.ErrorRecord.ToString());
        }
    }

    public void Dispose() => _runspace.Dispose();
}
