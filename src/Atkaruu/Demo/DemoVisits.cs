using Atkaruu.Data;
using Atkaruu.Kernel;
using Atkaruu.Modules.Evidence;
using Atkaruu.Modules.Places;
using Atkaruu.Modules.Plan;
using Atkaruu.Modules.Reporting;
using Atkaruu.Modules.Verification;
using Microsoft.EntityFrameworkCore;

namespace Atkaruu.Demo;

/// <summary>Who goes and looks in a quarter of the story, and what they find: what there really is, not what was said.</summary>
internal sealed class DemoVisits(DemoStory story, PlanInForce plan, DemoCast cast, DemoBook book, Span quarter)
{
    /// <summary>Share of what was reported that village committees look at of their own accord.</summary>
    private const double OwnAccord = 0.08;

    public async Task TellAsync(Period period, CancellationToken stop)
    {
        var accepted = await story.AsAsync(Actor.System, services => services.GetRequiredService<Db>().Returns.AsNoTracking().Include(r => r.Values)
            .Where(r => r.PeriodId == period.Id && r.State == ReturnState.Accepted && r.Part != Part.Contribution).ToListAsync(stop));
        var byCode = plan.Measures.ToDictionary(m => m.Id);
        var lookable = accepted.Where(Draw.CanBeLookedAt).OrderBy(r => byCode[r.MeasureId].Ordinal).ThenBy(r => r.Body, StringComparer.Ordinal).ToList();
        if (lookable.Count == 0) return;

        var codes = lookable.Select(r => byCode[r.MeasureId].Code).Distinct().ToList();
        var seed = Convert.ToHexStringLower(BitConverter.GetBytes(story.Chance.Of("draw", quarter.Code).NextInt64()));
        await story.AsAsync(Actor.System, async services =>
        {
            var db = services.GetRequiredService<Db>();
            (await db.Periods.SingleAsync(p => p.Id == period.Id, stop)).Draw(seed, codes);
            await db.SaveChangesAsync(stop);
        });
        var drawn = Draw.Pick(seed, codes).ToHashSet();

        var at = period.ClosesOn.EndInBishkek().AddHours(26);
        foreach (var made in lookable)
        {
            var measure = byCode[made.MeasureId];
            var luck = story.Chance.Of("visit", measure.Code, made.Body, quarter.Code);
            if (drawn.Remove(measure.Code)) await VisitAsync(period, made, measure, VisitOrigin.Drawn, cast.Inspector, SourceKind.Inspector, at, luck, stop);
            if (Committee(measure) is { } committee && luck.Happens(OwnAccord)) await VisitAsync(period, made, measure, VisitOrigin.Own, committee, SourceKind.VillageCommittee, at, luck, stop);
            at = at.AddMinutes(17);
        }
    }

    public static bool IsRoad(Measure measure) => measure.ShortName.Ky.Contains("жол", StringComparison.OrdinalIgnoreCase) || measure.ShortName.Ky.Contains("канал", StringComparison.OrdinalIgnoreCase);

    public static FormFile File(byte[] jpeg, string name) => new(new MemoryStream(jpeg), 0, jpeg.Length, "Files", name) { Headers = new HeaderDictionary(), ContentType = "image/jpeg" };

    /// <summary>Near the place, as a telephone would know it.</summary>
    public static Shot Shot(string caption, Place? place, Random luck) => place is { Latitude: { } latitude, Longitude: { } longitude }
        ? new(caption, latitude + luck.Between(-0.004, 0.004), longitude + luck.Between(-0.004, 0.004), Math.Round(luck.Between(4, 35)), FromCamera: true)
        : new(caption);

    private Actor? Committee(Measure measure) => plan.Municipalities(measure).Select(m => cast.Committees.GetValueOrDefault(m.Code)).FirstOrDefault(c => c is not null);

    private Task VisitAsync(Period period, Return made, Measure measure, VisitOrigin origin, Actor who, SourceKind source, DateTime at, Random luck, CancellationToken stop)
    {
        story.StandAt(at);
        return story.AsAsync(who, async services =>
        {
            var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Now());
            var visit = Visit.Assign(measure.Id, period.Id, made.Id, origin, who.PersonId, null);
            db.Add(visit);
            if (luck.Happens(0.7))
                await services.GetRequiredService<EvidenceIntake>().TakeAsync(new(visit.Id, measure.Id, period.Id, null, source),
                    File(DemoPictures.Draw(luck, book.Truth(measure, quarter), IsRoad(measure)), $"look-{measure.Code}.jpg"),
                    Shot(luck.OneOf(DemoWords.Captions), measure.Places.Select(p => plan.Place(p.Place)).FirstOrDefault(p => p is not null), luck), stop);

            var boasts = Character.Of(plan.Body(made.Body)!).Boasts;
            var verdict = boasts > 0.1 && luck.Happens(0.35) ? Verdict.NotConfirmed : boasts > 0 && luck.Happens(0.4) ? Verdict.Partly : luck.Happens(0.08) ? Verdict.Partly : Verdict.Confirmed;
            var note = luck.OneOf(verdict switch { Verdict.Confirmed => DemoWords.So, Verdict.Partly => DemoWords.Partly, _ => DemoWords.NotSo });
            visit.Say(who, source, verdict, verdict == Verdict.Partly ? Math.Round((decimal)luck.Between(30, 85)) : null, note, DateOnly.FromDateTime(now.InBishkek()), made.Authors, now);
            await db.SaveChangesAsync(stop);
        });
    }
}
