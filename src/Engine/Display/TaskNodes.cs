namespace Qiansi.Engine.Display;

/// <summary>Tasks show their state, and the result when they have one; a task is never waited for.</summary>
internal static class TaskNodes
{
    /// <summary>State and result or exception of a task.</summary>
    public static DisplayNode Of(Task task, Type type, int depth, NodeBuilder builder)
    {
        var name = NameOf(task, type);
        if (task.IsFaulted)
            return new StackNode([new TextNode($"{name}: failed", Inline: true),
                ExceptionNodes.Of(task.Exception!.InnerExceptions.Count == 1 ? task.Exception.InnerException! : task.Exception)]);
        if (task.IsCanceled) return builder.Text($"{name}: cancelled", depth);
        if (!task.IsCompleted) return builder.Text($"{name}: not finished ({task.Status}); await it to see its result", depth);
        var result = ResultOf(task);
        return result is null
            ? builder.Text($"{name}: finished", depth)
            : new ObjectNode($"{name}: finished", name, [new("Result", builder.Build(result.GetValue(task), depth + 1))], null);
    }

    /// <summary>The compiler and the framework return types of their own derived from <c>Task&lt;T&gt;</c>.</summary>
    private static string NameOf(Task task, Type type)
    {
        if (type.IsValueType) return TypeNames.Of(type);
        return ResultOf(task) is { } result ? $"Task<{TypeNames.Of(result.PropertyType)}>" : "Task";
    }

    private static System.Reflection.PropertyInfo? ResultOf(Task task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
                return type.GetGenericArguments()[0].Name == "VoidTaskResult" ? null : type.GetProperty(nameof(Task<int>.Result));
        }

        return null;
    }
}
