using System.Management.Automation;
using System.Reflection;

namespace Winnow.Engine.Floor;

/// <summary>What Windows PowerShell 5.1 finds without loading anything more: .NET Framework 4.7.2 and PowerShell's own types.</summary>
internal sealed class Framework : IDisposable
{
    private readonly MetadataLoadContext _context;
    private readonly Dictionary<string, Type> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Assembly _powerShell;
    private readonly Lazy<ILookup<string, MethodInfo>> _methods;

    private static readonly IReadOnlyDictionary<string, Type> Accelerators = (IReadOnlyDictionary<string, Type>)typeof(PSObject).Assembly
        .GetType("System.Management.Automation.TypeAccelerators")!.GetProperty("Get")!.GetValue(null)!;

    public Framework()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "floor"), "*.dll");
        _context = new MetadataLoadContext(new PathAssemblyResolver(files), "mscorlib");
        _powerShell = _context.LoadFromAssemblyPath(files.Single(file => Path.GetFileName(file) == "System.Management.Automation.dll"));
        var framework = files.Select(_context.LoadFromAssemblyPath).Where(assembly => assembly != _powerShell).SelectMany(assembly => assembly.GetExportedTypes()).ToList();
        foreach (var type in framework.Concat(_powerShell.GetExportedTypes())) _types.TryAdd(type.FullName!, type);
        _methods = new(() => framework.SelectMany(type => type.GetMethods())
            .Where(method => method is { IsPublic: true, IsStatic: false }).ToLookup(method => method.Name, StringComparer.OrdinalIgnoreCase));
    }

    public Type Text => Find("System.String")!;

    /// <summary>The type of that name as a script writes it; null where the floor has none.</summary>
    public Type? Find(string name)
    {
        if (name.EndsWith("[]")) return Find(name[..^2])?.MakeArrayType();
        var generic = name.IndexOf('[');
        if (generic > 0) name = $"{name[..generic]}`{name[generic..].Count(letter => letter == ',') + 1}";
        if (Accelerators.TryGetValue(name, out var known) && known.FullName is { } full) name = full;
        return _types.GetValueOrDefault(name) ?? _types.GetValueOrDefault($"System.{name}");
    }

    /// <summary>Whether members can be looked up: those of PowerShell's own types, and of dictionaries, whose entries look like properties, cannot.</summary>
    public bool Knows(Type type) => type.Assembly != _powerShell && !type.GetInterfaces().Any(each => each.Name == "IDictionary");

    public IReadOnlyList<MethodBase> Methods(Type type, string name, int arguments, bool isStatic)
    {
        IEnumerable<MethodBase> all = name.Equals("new", StringComparison.OrdinalIgnoreCase) && isStatic
            ? type.GetConstructors()
            : Levels(type).SelectMany(each => each.GetMethods()).Where(method => method.IsStatic == isStatic && Same(method.Name, name));
        return [.. all.Where(method => Takes(method, arguments))];
    }

    public Type? Property(Type type, string name, bool isStatic)
    {
        foreach (var level in Levels(type))
        {
            if (level.GetProperties().FirstOrDefault(each => Same(each.Name, name) && (each.GetMethod ?? each.SetMethod)!.IsStatic == isStatic) is { } property) return property.PropertyType;
            if (level.GetFields().FirstOrDefault(each => Same(each.Name, name) && each.IsStatic == isStatic) is { } field) return field.FieldType;
        }
        return null;
    }

    /// <summary>Whether any type at all has such a method.</summary>
    public bool AnyHas(string method, int arguments) => _methods.Value[method].Any(each => Takes(each, arguments));

    private static IEnumerable<Type> Levels(Type type)
    {
        foreach (var each in type.GetInterfaces()) yield return each;
        for (var level = type; level is not null; level = level.BaseType) yield return level;
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Takes(MethodBase method, int arguments)
    {
        var parameters = method.GetParameters();
        var open = parameters.LastOrDefault()?.CustomAttributes.Any(each => each.AttributeType.Name == "ParamArrayAttribute") == true;
        return open ? arguments >= parameters.Length - 1 : arguments <= parameters.Length && arguments >= parameters.Count(each => !each.IsOptional);
    }

    public void Dispose() => _context.Dispose();
}
