using Atkaruu.Kernel;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Progress;
using Atkaruu.Web;

namespace Atkaruu.Modules.Papers.Passport;

/// <summary>«Кантип эсептелди?» in one line: the formula, the numbers that went into it, what came out.</summary>
internal static class PassportHow
{
    /// <summary>So many parts are written out; the whole arithmetic stands on the page.</summary>
    private const int MostTerms = 4;

    public static Prose Line(How how, PageText text)
    {
        List<Run> runs = [new(text.Say("paper.passport.how") + " ", RunLook.Bold), new(text.Say("how.formula." + how.Formula).TrimEnd('.') + ". ")];
        runs.Add(new(Arithmetic(how, text) + " "));
        if (how.Progress is { Promise: { ByYears: false } promise, Expected: { } expected } p) runs.Add(new(text.Say("how.expected", promise.Start, promise.End, expected, p.View.Until) + " "));
        if (how.Progress is { Verified: { } verified, VerifiedBy: { } by, Verification.Last: { } look })
            runs.Add(new(text.Say("how.verified", text.Say("evidence.source." + look.Source.ToString().ToLowerInvariant()), look.VisitedOn, by.Period, by.Reported, by.Share, verified) + " "));
        runs.Add(new(text.Say("how.internal")));
        return new(runs);
    }

    private static string Arithmetic(How how, PageText text)
    {
        if (how.Progress.Share is not { } share) return text.Say(how.Progress.IsTold && how.IsOpen ? "how.open" : "how.nothing");
        List<Term> terms = [.. how.Terms.Where(term => term.Weight > 0)];
        if (terms.Exists(term => term is { Phase: not null, Body: null })) return $"{Points(how.Points, text)} = {text.Percent(share)}.";
        if (terms is [{ Indicator: not null } only]) return $"{how.WhyOf(only, text)} = {text.Percent(share)}.";
        if (terms.Count > MostTerms || terms.Count == 0) return $"{Points(how.Points, text)} ÷ {Points(how.Weights, text)} = {text.Percent(share)}.";
        var sum = string.Join(" + ", terms.Select(term => term.Weight == 1 ? text.Percent(term.Share ?? 0) : $"{Points(term.Weight, text)} × {text.Percent(term.Share ?? 0)}"));
        return terms.Count == 1 && terms[0].Weight == 1 ? $"{how.NameOf(terms[0], text)}: {text.Percent(share)}." : $"({sum}) ÷ {Points(how.Weights, text)} = {text.Percent(share)}.";
    }

    private static string Points(decimal points, PageText text) => points.ToString("0.##", text.Culture);
}
