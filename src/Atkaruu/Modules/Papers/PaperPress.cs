using System.Security.Cryptography;
using Atkaruu.Data;
using Atkaruu.Demo;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Papers.Templates;
using Atkaruu.Modules.Papers.Writing;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Progress;
using Atkaruu.Modules.Reporting;
using Atkaruu.Web;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Modules.Papers;

/// <summary>Puts a paper into a format; the writers of the formats stand behind it.</summary>
public delegate void WritePaper(PaperDocument paper, PaperFormat format, Stream file);

/// <summary>Hears how far a paper is.</summary>
public delegate Task PaperHears(PaperStep step, int percent);

/// <summary>A written paper with what is to be remembered about it.</summary>
public sealed record PrintedPaper(byte[] Bytes, MadePaper Made);

/// <summary>Composes a paper as of one moment, in each of its languages, and writes it in its format. Keeps nothing.</summary>
public sealed class PaperPress(Db db, IServiceProvider services, PaperKinds kinds, EvidenceFiles files, DemoMark demo, WritePaper write)
{
    /// <param name="for">Whose paper it is: everybody's is composed as a visitor would be shown it.</param>
    public async Task<PrintedPaper> PrintAsync(Paper paper, Actor @for, PaperHears hears, CancellationToken stop)
    {
        var (request, kind) = (paper.Request, kinds.Get(paper.Kind));
        await hears(PaperStep.Reading, 5);
        var composed = await PaperMoment.InAsync(db, services, request.Audience, async moment =>
        {
            await kinds.CheckAsync(db, moment.Plan, request, paper.Format, stop);
            return await ComposeAsync(paper, kind, moment, request.Audience == Audience.Public ? Actor.Visitor : @for, hears, stop);
        }, stop);

        var templates = services.GetRequiredService<PaperTemplates>().State;
        await hears(PaperStep.Writing, 60);
        using var file = new MemoryStream();
        await Task.Run(() => write(composed.Document, paper.Format, file), stop);
        var bytes = file.ToArray();
        await hears(PaperStep.Keeping, 95);
        var again = PaperMoment.Again(request, paper.Format, paper.Site, templates, @for, composed.Moment.Log, composed.Moment.Today);
        return new(bytes, new(composed.Moment.At, composed.Moment.Log, composed.Data, Said(composed.Document.Mark.DataState), Cut(composed.Document.Title, Limits.Cell), Convert.ToHexStringLower(SHA256.HashData(bytes)),
            bytes.Length, FileName(composed.Moment.Plan, paper), [.. composed.Said.Lines.Take(Paper.MostSaid).Select(line => new SaidLine(Said(line.Name), Cut(line.Value, Limits.Line)))], paper.IsFrozen ? null : again));
    }

    /// <summary>A sentence in the three languages, as it is today.</summary>
    internal static Words Said(Message sentence) => new(Texts.All.Say("ky", sentence), Texts.All.Say("ru", sentence), Texts.All.Say("en", sentence));

    private sealed record Composed(PaperDocument Document, PaperMoment Moment, PaperData Data, PaperSaid Said);

    private async Task<Composed> ComposeAsync(Paper paper, PaperKind kind, PaperMoment moment, Actor actor, PaperHears hears, CancellationToken stop)
    {
        var (request, said, parts) = (paper.Request, new PaperSaid(), new List<PaperPart>());
        var scene = new PaperScene(db, moment.Plan, moment.From(request), request, moment.Today, actor, files, paper.Site, services);
        foreach (var (n, language) in request.Languages.Index())
        {
            await hears(PaperStep.Composing, 10 + 50 * n / request.Languages.Count);
            parts.Add(TemplateFields.Named(await kind.ComposeAsync(scene, language, said, stop), scene));
        }
        var (data, words) = await DataAsync(moment.Plan, paper, stop);
        var mark = new PaperMark(paper.Code, $"{paper.Site}/verify/{paper.Code}", moment.At, words, demo.IsOn);
        return new(new(parts[0].Title, parts, mark), moment, data, said);
    }

    /// <summary>Whether its figures may still change, and how its foot says so.</summary>
    private async Task<(PaperData, Message)> DataAsync(PlanInForce plan, Paper paper, CancellationToken stop)
    {
        var published = paper.Period is null ? null : await db.Periods.Where(p => p.ProgrammeId == plan.Programme.Id && p.Code == paper.Period).Select(p => p.PublishedAt).SingleOrDefaultAsync(stop);
        if (published is { } at)
            return (PaperData.Published, paper.Edition > 1 ? new("paper.data.edition", at.InBishkek(), paper.Edition) : new("paper.data.published", at.InBishkek()));
        if (paper.Audience == Audience.Staff) return (PaperData.Open, new(paper.Period is null ? "paper.data.accepted" : "paper.data.open"));
        return paper.Period is null ? (PaperData.Published, new("paper.data.public")) : (PaperData.Open, new("paper.data.unpublished"));
    }

    private static string FileName(PlanInForce plan, Paper paper)
    {
        var parts = new[] { plan.Programme.Code, paper.Kind, paper.Period, paper.Subject, paper.Languages.Replace(',', '-'), paper.Edition > 1 ? $"{paper.Edition}" : null };
        return Cut(string.Concat(string.Join('-', parts.OfType<string>()).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')), 150) + "." + paper.Format.Word();
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
