using System.Management.Automation.Language;

namespace Winnow.Engine.Floor;

/// <summary>What stands in a hashtable that is splatted (`Get-X @query`), as far as its function writes it down.</summary>
internal static class Splatting
{
    /// <summary>The names of its entries; null where they cannot be read from the script.</summary>
    public static IReadOnlyList<string>? Entries(VariableExpressionAst splatted)
    {
        var name = splatted.VariablePath.UserPath;
        var scope = Inference.Scope(splatted);
        bool Is(Ast? ast) => ast is VariableExpressionAst { Splatted: false } variable && Inference.Same(variable.VariablePath.UserPath, name);
        bool IsCalled(Ast ast) => ast is InvokeMemberExpressionAst { Static: false } call && Is(call.Expression);
        if (scope.Find(IsCalled, true) is not null) return null; // $query.Add(…)
        List<string?> entries = [];
        var made = false;
        foreach (var assignment in scope.FindAll(each => each is AssignmentStatementAst, true).Cast<AssignmentStatementAst>())
        {
            if (Is(assignment.Left))
            {
                if (assignment is not { Operator: TokenKind.Equals, Right: CommandExpressionAst { Expression: HashtableAst table } }) return null;
                made = true;
                entries.AddRange(table.KeyValuePairs.Select(pair => Text(pair.Item1)));
            }
            else if (assignment.Left is IndexExpressionAst index && Is(index.Target)) entries.Add(Text(index.Index));
            else if (assignment.Left is MemberExpressionAst member && Is(member.Expression)) entries.Add(Text(member.Member));
        }
        return made && !entries.Contains(null) ? [.. entries.OfType<string>()] : null;
    }

    private static string? Text(Ast ast) => ast is StringConstantExpressionAst { Value: var text } ? text : null;
}
