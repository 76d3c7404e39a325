using System.Globalization;
using Qiansi.Documents;

namespace Qiansi.Tool.Exercises;

/// <summary>A student's copy, ready to be written.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="What">What was done, in words.</param>
internal sealed record Handout(byte[] Bytes, string What)
{
    /// <summary>Reads a notebook and makes the copy; null for one of a folder that has no exercise and needs no copy.</summary>
    /// <exception cref="DocumentException">It cannot be read, or its exercises contradict themselves.</exception>
    /// <exception cref="Tool.CommandException">It was named, and holds no exercise.</exception>
    public static Handout? Read(HandoutPlan plan)
    {
        var notebook = Notebook.Load(plan.Input);
        StudentCopy.ClearOutputs(notebook);
        var hasExercises = StudentCopy.IsTeachers(notebook) || StudentCopy.HasSolutions(notebook, plan.Input);
        if (!plan.IsNamed && !hasExercises)
            return plan.IsBeside ? null : new(notebook.ToBytes(NotebookFormat.Ipynb), "no exercise in it, copied without outputs");
        var solutions = StudentCopy.Make(notebook, plan.Input);
        return new(notebook.ToBytes(NotebookFormat.Ipynb),
            string.Create(CultureInfo.InvariantCulture, $"{solutions} {(solutions == 1 ? "solution" : "solutions")} taken out"));
    }
}
