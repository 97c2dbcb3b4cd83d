using System.Management.Automation.Language;

namespace Winnow.Engine.Floor;

internal sealed record Problem(int Line, string Text);

/// <summary>Walks a script and collects what Windows PowerShell 5.1 on .NET Framework 4.7.2 does not have.</summary>
internal sealed class Check : AstVisitor2
{
    private readonly Framework _framework;
    private readonly Inference _types;
    private readonly IReadOnlyDictionary<string, string[]> _commands;
    private readonly HashSet<string> _own;
    private readonly HashSet<string> _com;
    private readonly List<Problem> _problems = [];

    private Check(Framework framework, Ast script, Commands commands)
    {
        _framework = framework;
        _types = new Inference(framework);
        _commands = new Dictionary<string, string[]>(commands.Parameters, StringComparer.OrdinalIgnoreCase);
        _com = new HashSet<string>(commands.ComMethods, StringComparer.OrdinalIgnoreCase);
        _own = new HashSet<string>(script.FindAll(each => each is FunctionDefinitionAst, true).Select(each => ((FunctionDefinitionAst)each).Name), StringComparer.OrdinalIgnoreCase);
    }

    public static IReadOnlyList<Problem> Run(string text, Framework framework, Commands commands)
    {
        var script = Parser.ParseInput(text, out var tokens, out var errors);
        var check = new Check(framework, script, commands);
        foreach (var error in errors) check.Report(error.Extent, error.Message);
        foreach (var token in tokens) check.Look(token);
        script.Visit(check);
        return [.. check._problems.OrderBy(problem => problem.Line)];
    }

    private void Report(IScriptExtent where, string what) => _problems.Add(new(where.StartLineNumber, what));

    private AstVisitAction Report(Ast where, string what)
    {
        Report(where.Extent, what);
        return AstVisitAction.Continue;
    }

    private void Look(Token token)
    {
        if (token is StringExpandableToken && (token.Text.Contains("`u{") || token.Text.Contains("`e"))) Report(token.Extent, "escape of PowerShell 6");
        if (token is NumberToken && System.Text.RegularExpressions.Regex.IsMatch(token.Text, "^(0b|.*[0-9](u|y|s|n|uy|us|ul)$)", System.Text.RegularExpressions.RegexOptions.IgnoreCase) && !token.Text.StartsWith("0x")) Report(token.Extent, "number of PowerShell 6");
    }

    public override AstVisitAction VisitTernaryExpression(TernaryExpressionAst ast) => Report(ast, "ternary operator");

    public override AstVisitAction VisitPipelineChain(PipelineChainAst ast) => Report(ast, "&& or ||");

    public override AstVisitAction VisitPipeline(PipelineAst ast) => ast.Background ? Report(ast, "background pipeline") : AstVisitAction.Continue;

    public override AstVisitAction VisitBinaryExpression(BinaryExpressionAst ast) =>
        ast.Operator == TokenKind.QuestionQuestion ? Report(ast, "operator ??") : AstVisitAction.Continue;

    public override AstVisitAction VisitAssignmentStatement(AssignmentStatementAst ast) =>
        ast.Operator == TokenKind.QuestionQuestionEquals ? Report(ast, "operator ??=") : AstVisitAction.Continue;

    public override AstVisitAction VisitIndexExpression(IndexExpressionAst ast) =>
        ast.NullConditional ? Report(ast, "operator ?[]") : AstVisitAction.Continue;

    public override AstVisitAction VisitScriptBlock(ScriptBlockAst ast) =>
        ast.CleanBlock is null ? AstVisitAction.Continue : Report(ast, "clean block");

    public override AstVisitAction VisitTypeExpression(TypeExpressionAst ast) => LookUp(ast, ast.TypeName);

    public override AstVisitAction VisitTypeConstraint(TypeConstraintAst ast) => LookUp(ast, ast.TypeName);

    private AstVisitAction LookUp(Ast where, ITypeName name) =>
        name.FullName == "ordered" || _framework.Find(name.FullName) is not null ? AstVisitAction.Continue : Report(where, $"no type [{name.FullName}]");

    public override AstVisitAction VisitMemberExpression(MemberExpressionAst ast)
    {
        if (ast.NullConditional) return Report(ast, "operator ?.");
        if (ast.Member is not StringConstantExpressionAst { Value: var name } || _types.Owner(ast) is not { } type || !_framework.Knows(type)) return AstVisitAction.Continue;
        return _framework.Property(type, name, ast.Static) is null ? Report(ast, $"no property {type.FullName}.{name}") : AstVisitAction.Continue;
    }

    public override AstVisitAction VisitInvokeMemberExpression(InvokeMemberExpressionAst ast)
    {
        if (ast.NullConditional) return Report(ast, "operator ?.");
        if (ast.Member is not StringConstantExpressionAst { Value: var name }) return Report(ast, "a method whose name is not written down");
        var count = ast.Arguments?.Count ?? 0;
        if (_types.Owner(ast) is { } type)
        {
            if (type.Assembly == _framework.Text.Assembly || _framework.Knows(type) || ast.Static)
                return _framework.Methods(type, name, count, ast.Static).Count > 0 ? AstVisitAction.Continue : Report(ast, $"no method {type.FullName}.{name} with {count} arguments");
            return AstVisitAction.Continue;
        }
        if (ast.Static) return AstVisitAction.Continue; // its type was reported
        return _com.Contains(name) || _framework.AnyHas(name, count) ? AstVisitAction.Continue : Report(ast, $"no type has a method {name} with {count} arguments");
    }

    public override AstVisitAction VisitCommand(CommandAst ast)
    {
        foreach (var splatted in ast.CommandElements.OfType<VariableExpressionAst>().Where(each => each.Splatted)) LookIn(splatted, ast.GetCommandName());
        if (ast.GetCommandName() is not { } name || _own.Contains(name)) return AstVisitAction.Continue;
        if (name.Contains('$')) return AstVisitAction.Continue; // a path, called with &
        if (!_commands.TryGetValue(name, out var parameters)) return Report(ast, $"no command {name}");
        foreach (var parameter in ast.CommandElements.OfType<CommandParameterAst>())
            if (!parameters.Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase)) Report(parameter, $"no parameter {name} -{parameter.ParameterName}");
        return AstVisitAction.Continue;
    }

    /// <summary>What is splatted must be written down in its function, and must be parameters of the command.</summary>
    private void LookIn(VariableExpressionAst splatted, string? command)
    {
        if (Splatting.Entries(splatted) is not { } entries)
        {
            Report(splatted, $"{splatted.Extent.Text}, whose entries are not written down");
            return;
        }
        if (command is null || !_commands.TryGetValue(command, out var parameters)) return;
        foreach (var entry in entries.Except(parameters, StringComparer.OrdinalIgnoreCase)) Report(splatted, $"no parameter {command} -{entry}");
    }
}
