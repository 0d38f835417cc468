using System.Globalization;
using System.Text;
using Atkaruu.Kernel;
using Atkaruu.Web;
using Microsoft.Net.Http.Headers;

namespace Atkaruu.Modules.Plan.Register;

/// <summary>/register.csv and /register.xlsx: the register as it is shown, filter and order included, to take away.</summary>
public static class RegisterFiles
{
    private const string Csv = "text/csv; charset=utf-8", Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapRegisterFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/register.csv", (HttpContext context, PlanShelf shelf, PageText text, TimeProvider clock) => GiveAsync(context, shelf, text, clock, Csv, "csv", WriteCsv)).OpenToAll();
        app.MapGet("/register.xlsx", (HttpContext context, PlanShelf shelf, PageText text, TimeProvider clock) =>
            GiveAsync(context, shelf, text, clock, Xlsx, "xlsx", table => RegisterXlsx.Write(table, text.Say("register.title")))).OpenToAll();
    }

    private static async Task<IResult> GiveAsync(
        HttpContext context, PlanShelf shelf, PageText text, TimeProvider clock, string type, string ending, Func<IEnumerable<IReadOnlyList<object?>>, byte[]> write)
    {
        if (await shelf.CurrentAsync() is not { } plan) return Results.NotFound();

        var today = clock.Today();
        var register = RegisterModel.See(plan, context, text, today);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"{plan.Programme.Code}-{today:yyyy-MM-dd}.{ending}");
        context.Response.Headers.ContentDisposition = name.ToString();
        return Results.Bytes(write(RegisterTable.Of(register, text)), type);
    }

    /// <summary>RFC 4180 with a byte order mark, without which Excel takes Kyrgyz letters for something else.</summary>
    internal static byte[] WriteCsv(IEnumerable<IReadOnlyList<object?>> table)
    {
        var csv = new StringBuilder("\ufeff");
        foreach (var row in table) csv.AppendJoin(',', row.Select(cell => Quoted(Text(cell)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string words => Harmless(words),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).</summary>
    private static string Harmless(string words) => words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + words : words;

    private static string Quoted(string text) => text.AsSpan().ContainsAny("\",\r\n;") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
