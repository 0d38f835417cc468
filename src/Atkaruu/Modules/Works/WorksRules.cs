using Atkaruu.Kernel;

namespace Atkaruu.Modules.Works;

/// <summary>Every way the records of works say no.</summary>
internal static class WorksRules
{
    /// <summary>A text as it is kept: trimmed, null when there is nothing of it.</summary>
    /// <exception cref="RuleException">Longer than a line may be.</exception>
    public static string? Line(string? text, string field, int most = Limits.Line) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var line && line.Length <= most ? line : throw new RuleException(new("works.rule.long", most), field);

    /// <summary>The name of a phase, for a sentence.</summary>
    public static Message Name(WorksPhase phase) => new("works.phase." + phase.ToString().ToLowerInvariant());

    public static RuleException WhyChanged() => new(new("works.rule.why-changed"), "Reason");
    public static RuleException Why() => new(new("works.rule.why"), "Reason");
    public static RuleException NoDocument() => new(new("works.rule.document"), "Document");
    public static RuleException ConfirmedInTheFuture() => new(new("works.rule.confirmed-future"), "Confirmed");
    public static RuleException EstimatedInThePast() => new(new("works.rule.estimated-past"), "Estimated");
    public static RuleException BlockedInTheFuture() => new(new("works.rule.blocked-future"), "BlockedSince");
    public static RuleException LaterIsDone(WorksPhase later) => new(new("works.rule.later-done", Name(later)), "Confirmed");
    public static RuleException OutOfOrder(string kind, WorksPhase after, DateOnly day, WorksPhase before, DateOnly earlier, string field) =>
        new(new("works.rule.order." + kind, Name(after), day, Name(before), earlier), field);
    public static RuleException ByAct() => new(new("works.rule.by-act"), "Confirmed");
    public static RuleException Changed() => new(new("works.rule.changed-meanwhile"));
    public static RuleException StruckOut() => new(new("works.rule.struck-out"));

    public static RuleException NoName() => new(new("works.rule.name"), "Name");
    public static RuleException TooMany(int most) => new(new("works.rule.too-many", most));
    public static RuleException NoPlace() => new(new("works.rule.place"), "Place");
    public static RuleException NoUnit() => new(new("works.rule.unit"), "Unit");
    public static RuleException NoCapacity() => new(new("works.rule.capacity"), "Capacity");

    public static RuleException BuildFirst() => new(new("works.rule.build-first"));
    public static RuleException NoAct() => new(new("works.rule.act"), "Act");
    public static RuleException NoOwner() => new(new("works.rule.owner"), "Owner");
    public static RuleException When(string field) => new(new("works.rule.when"), field);
    public static RuleException InTheFuture(string field) => new(new("works.rule.future"), field);
    public static RuleException Warranty() => new(new("works.rule.warranty"), "WarrantyUntil");
    public static RuleException CheckedAlready() => new(new("works.rule.checked"));
    public static RuleException NotCommissioned() => new(new("works.rule.not-commissioned"));
    public static RuleException CheckTooEarly() => new(new("works.rule.check-early"), "DoneOn");
    public static RuleException CheckVerdict() => new(new("works.rule.check-verdict"), "Ok");
    public static RuleException CheckWords() => new(new("works.rule.check-words"), "Words");
    public static RuleException CheckOver() => new(new("works.rule.check-over"));

    public static RuleException NoNumber() => new(new("works.rule.number"), "Number");
    public static RuleException NoSupplier() => new(new("works.rule.supplier"), "Supplier");
    public static RuleException NoMethod() => new(new("works.rule.method"), "Method");
    public static RuleException NoValue(string field) => new(new("works.rule.value"), field);
    public static RuleException NoCurrency() => new(new("works.rule.currency"), "Currency");
    public static RuleException Portal() => new(new("works.rule.portal"), "Portal");
    public static RuleException StartBeforeSigned() => new(new("works.rule.start"), "Starts");
    public static RuleException EndBeforeStart(string field) => new(new("works.rule.end"), field);
    public static RuleException NothingChanged() => new(new("works.rule.nothing-changed"));
    public static RuleException ChangeOrder(DateOnly last) => new(new("works.rule.change-order", last), "On");
    public static RuleException Over() => new(new("works.rule.contract-over"));
    public static RuleException ChangedSince() => new(new("works.rule.changed-since"), "Value");
    public static RuleException NotItsObject() => new(new("works.rule.object"), "ObjectId");
}
