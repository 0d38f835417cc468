using System.Globalization;
using Atkaruu.Web;
using Microsoft.AspNetCore.Html;

namespace Atkaruu.Modules.Money;

/// <summary>One line of a table of money: what it is of, and its three sums.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
/// <param name="PerHead">Paid per inhabitant, in som; null where it is not known.</param>
public sealed record MoneyLine(IHtmlContent Label, Figures Figures, string? Href = null, decimal? PerHead = null);

/// <summary>A table of money with its total.</summary>
/// <param name="Heading">Of the first column.</param>
/// <param name="OneScale">The bars are drawn to one scale, so that lines compare; else each is drawn to its own.</param>
public sealed record MoneyTable(string Name, string Heading, IReadOnlyList<MoneyLine> Lines, Figures Whole, bool OneScale = true)
{
    public bool HasHeads => Lines.Any(line => line.PerHead is not null);

    /// <summary>Paid per inhabitant of the whole; null where it is not known.</summary>
    public decimal? WholePerHead { get; init; }

    /// <summary>One digit after the comma where that says everything, else two.</summary>
    public int Decimals => Lines.SelectMany(line => (decimal[])[line.Figures.Planned.Som, line.Figures.Committed.Som, line.Figures.Paid.Som]).All(som => som % 100_000 == 0) ? 1 : 2;

    private decimal Widest => Math.Max(1, Lines.Select(line => Most(line.Figures)).DefaultIfEmpty(0).Max());

    /// <summary>Widths of the three bars, 0…100.</summary>
    public (string Planned, string Committed, string Paid) Widths(Figures figures)
    {
        var scale = OneScale ? Widest : Math.Max(1, Most(figures));
        return (Width(figures.Planned.Som), Width(figures.Committed.Som), Width(figures.Paid.Som));

        string Width(decimal som) => (100 * som / scale).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static decimal Most(Figures figures) => Math.Max(figures.Planned.Som, Math.Max(figures.Committed.Som, figures.Paid.Som));
}

public static class MoneyWords
{
    public static string Key(this FundingSource source) => "money.source." + source.ToString().ToLowerInvariant();

    /// <summary>«71,2 млн сом», and after it what has no rate.</summary>
    public static string Total(this PageText text, Total total) => string.Join(" ",
        total.WithoutRate.Select(cash => text.Say("money.without-rate", text.Sum(cash.Sum, cash.Currency))).Prepend(text.Sum(total.Som)));

    /// <summary>A sum in millions of som, for a column that says so.</summary>
    public static string Millions(this PageText text, decimal som, int decimals) => text.Number(som / 1_000_000, decimals);

    /// <summary>The exact sum, with hundredths only where there are any.</summary>
    public static string Exact(this PageText text, Cash cash) =>
        $"{text.Number(cash.Sum, cash.Sum == decimal.Truncate(cash.Sum) ? 0 : 2)} {(cash.Currency == Kernel.Currencies.Som ? text.Say("sum.som") : cash.Currency)}";

    /// <summary>«Казыналык (01.10.2026 карата)».</summary>
    public static string Note(this PageText text, ImportNote note) => text.Say("money.import.as-of", note.Words, note.AsOf);

    /// <summary>A cell of a table in millions of som; a dash for nothing, and what has no rate under it.</summary>
    public static IHtmlContent Cell(this PageText text, Total total, int decimals)
    {
        var html = new HtmlContentBuilder().Append(total.IsNothing ? "–" : total.Som == 0 ? "" : text.Millions(total.Som, decimals));
        foreach (var cash in total.WithoutRate)
            html.AppendHtml("<span class=\"norate\">").Append(text.Say("money.without-rate", text.Sum(cash.Sum, cash.Currency))).AppendHtml("</span>");
        return html;
    }
}
