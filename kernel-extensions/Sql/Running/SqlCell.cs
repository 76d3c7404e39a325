using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;
using Qiansi.Contracts;
using Qiansi.SqlCells.Tables;
using Qiansi.SqlCells.Text;

namespace Qiansi.SqlCells.Running;

/// <summary>One cell: its statements one after the other, each with its result.</summary>
internal sealed class SqlCell(CodeBlock block, string? name, Database database, SessionValues values)
{
    private static readonly string[] Changing = ["insert", "update", "delete", "merge"];
    private static readonly string[] Defining = ["create", "drop", "alter", "insert", "update"];
    private static readonly string[] BeforeTarget = ["table", "view", "exists", "into", "update"];
    private static readonly string[] BeforeTable = ["from", "join", "describe", "summarize", "pivot", "unpivot", "using", "copy"];

    public async Task<CellStatus> ExecuteAsync(ICellContext context)
    {
        DataFrame? last = null;
        foreach (var (start, text, tokens) in SqlText.Statements(block.Code))
        {
            try
            {
                var result = await Task.Run(() => Run(text, tokens, context), CancellationToken.None);
                if (result.Frame is not null && name is null) context.Output.Display(context.Render(result.Frame));
                if (result.Plan is { } plan) context.Output.Display(MimeBundle.Plain(plan));
                if (result.Changed is { } rows)
                    context.Output.Display(MimeBundle.Plain(
                        string.Create(CultureInfo.InvariantCulture, $"{rows:N0} row{(rows == 1 ? "" : "s")} changed")));
                last = result.Frame ?? last;
            }
            catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
            {
                var message = $"{block.CellName} was interrupted.";
                context.Output.Error(new("Interrupted", message, [message]));
                return CellStatus.Interrupted;
            }
            catch (Exception e) when (e is DuckDBException or InvalidOperationException or SqlCellException)
            {
                context.Output.Error(SqlError.Of(e, block, start, values));
                return CellStatus.Error;
            }
        }

        if (name is null) return CellStatus.Ok;
        if (last is null) throw new DirectiveException($"#!sql: --name {name} keeps a result, and no statement of the cell has one.");
        await values.KeepAsync(name, last);
        return CellStatus.Ok;
    }

    private (DataFrame? Frame, long? Changed, string? Plan) Run(string text, List<SqlToken> tokens, ICellContext context)
    {
        var start = tokens[0].Start;
        if (tokens.FirstOrDefault(t => t.Kind == SqlTokenKind.AtName) is { Text: { } at } wrong)
            throw new SqlCellException($"@{at} is the absolute value of a column in DuckDB, no parameter: write ${at} for the variable "
                + $"{at}, or abs({at}).", wrong.Start - start);
        OfferVariables(tokens);
        using var command = database.Command(text);
        foreach (var parameter in tokens.Where(t => t.Kind == SqlTokenKind.Parameter).DistinctBy(t => t.Text))
        {
            command.Parameters.Add(new DuckDBParameter(parameter.Text, values.NameOf(parameter.Text) is { } variable ? values[variable]
                : throw new SqlCellException($"${parameter.Text}: no variable of the session has this name.", parameter.Start - start)));
        }

        using var stop = context.Cancellation.Register(command.Cancel);
        if (Is(tokens[0], Changing) && !tokens.Any(t => Is(t, "returning"))) return (null, command.ExecuteNonQuery(), null);
        using var reader = command.ExecuteReader();
        if (reader.FieldCount == 0) return default;
        if (Is(tokens[0], "explain")) return (null, null, PlanOf(reader));
        return (ResultFrame.Of(reader, context.Cancellation), null, null);
    }

    /// <summary>Offers variables where tables stand; a name that a statement makes, changes or drops is the notebook's own.</summary>
    private void OfferVariables(List<SqlToken> tokens)
    {
        database.Refresh(values);
        var offered = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != SqlTokenKind.Word || i + 1 < tokens.Count && tokens[i + 1].Text is "(" or ".") continue;
            if (Is(tokens[0], Defining) && Is(tokens[i - 1], BeforeTarget)) database.Withdraw(token.Text);
            else if (tokens[i - 1].Text == "," || Is(tokens[i - 1], BeforeTable))
            {
                if (values.NameOf(token.Text) is not { } name) continue;
                if (offered.TryGetValue(name, out var other) && other != name)
                    throw new SqlCellException($"'{other}' and '{name}' are one name in SQL; #!share one of them under another.",
                        token.Start - tokens[0].Start);
                offered[name] = name;
                // One that cannot be offered is perhaps no table here; where it is, the error of the query says what it is.
                if (SessionTable.TryOf(values[name]) is { } table) database.Offer(name, table);
            }
        }
    }

    private static string PlanOf(DuckDBDataReader reader)
    {
        var plan = new StringBuilder();
        while (reader.Read()) plan.Append(reader.GetString(reader.FieldCount - 1)).Append('\n');
        return plan.ToString().TrimEnd();
    }

    private static bool Is(SqlToken token, params ReadOnlySpan<string> words)
    {
        if (token.Kind != SqlTokenKind.Word) return false;
        foreach (var word in words)
            if (word.Equals(token.Text, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
