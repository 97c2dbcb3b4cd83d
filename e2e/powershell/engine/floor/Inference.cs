using System.Management.Automation.Language;
using System.Reflection;

namespace Winnow.Engine.Floor;

/// <summary>The type of an expression where the script itself says it; null where it does not.</summary>
internal sealed class Inference(Framework framework)
{
    private readonly HashSet<Ast> _busy = [];

    /// <summary>Whose member it is.</summary>
    public Type? Owner(MemberExpressionAst member) =>
        member.Static ? member.Expression is TypeExpressionAst type ? framework.Find(type.TypeName.FullName) : null : Of(member.Expression);

    private Type? Of(Ast? ast)
    {
        if (ast is null || !_busy.Add(ast)) return null;
        try
        {
            return ast switch
            {
                ParenExpressionAst paren => Of(paren.Pipeline),
                PipelineAst { PipelineElements: [CommandExpressionAst only] } => Of(only.Expression),
                CommandExpressionAst only => Of(only.Expression),
                StringConstantExpressionAst or ExpandableStringExpressionAst => framework.Text,
                ConvertExpressionAst { Type.TypeName.FullName: "ordered" } => null,
                ConvertExpressionAst convert => framework.Find(convert.Type.TypeName.FullName),
                TypeExpressionAst => framework.Find("System.Type"),
                BinaryExpressionAst { Operator: TokenKind.Format or TokenKind.Join or TokenKind.Ireplace or TokenKind.Creplace } => framework.Text,
                InvokeMemberExpressionAst call => OfCall(call),
                MemberExpressionAst member => OfProperty(member),
                VariableExpressionAst variable => OfVariable(variable),
                _ => null,
            };
        }
        finally
        {
            _busy.Remove(ast);
        }
    }

    private Type? OfCall(InvokeMemberExpressionAst call)
    {
        if (Owner(call) is not { } type || call.Member is not StringConstantExpressionAst { Value: var name }) return null;
        if (call.Static && name == "new") return type;
        var results = framework.Methods(type, name, call.Arguments?.Count ?? 0, call.Static).OfType<MethodInfo>().Select(method => method.ReturnType).Distinct().ToList();
        return Single(results);
    }

    private Type? OfProperty(MemberExpressionAst member) =>
        Owner(member) is { } type && framework.Knows(type) && member.Member is StringConstantExpressionAst { Value: var name } ? Single([framework.Property(type, name, member.Static)]) : null;

    /// <summary>By its parameter's type, else by all that is assigned to it within its function.</summary>
    private Type? OfVariable(VariableExpressionAst variable)
    {
        var name = variable.VariablePath.UserPath;
        var scope = Scope(variable);
        var parameter = scope.FindAll(each => each is ParameterAst, true).Cast<ParameterAst>().FirstOrDefault(each => Same(each.Name.VariablePath.UserPath, name));
        if (parameter is not null) return parameter.Attributes.OfType<TypeConstraintAst>().Select(each => framework.Find(each.TypeName.FullName)).FirstOrDefault();
        if (scope.FindAll(each => each is ForEachStatementAst loop && Same(loop.Variable.VariablePath.UserPath, name), true).Any()) return null;
        var assigned = scope.FindAll(each => each is AssignmentStatementAst { Left: VariableExpressionAst left } && Same(left.VariablePath.UserPath, name), true)
            .Cast<AssignmentStatementAst>().Where(each => each.Right is not CommandExpressionAst { Expression: VariableExpressionAst { VariablePath.UserPath: "null" } }).ToList();
        var types = assigned.Select(each => each.Operator == TokenKind.Equals ? Of(each.Right) : null).Distinct().ToList();
        return Single(types);
    }

    /// <summary>Only what can have but one type; PowerShell takes an interface or an object for what it really is.</summary>
    private static Type? Single(IReadOnlyList<Type?> types) =>
        types is [{ IsInterface: false, IsGenericParameter: false } only] && only.FullName is not ("System.Object" or null) && !only.ContainsGenericParameters ? only : null;

    /// <summary>The function that something stands in, else the script.</summary>
    internal static Ast Scope(Ast ast) => ast.Parent is null || ast is FunctionDefinitionAst ? ast : Scope(ast.Parent);

    internal static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
