#!/usr/bin/env python3
"""Fits the weights of collation's pair features: a logistic regression with an L2 penalty.

  fit_collation.py FEATURES.tsv GOLD_DIR [--write Sources/Collation/Lexicons/pair-weights.txt] [--penalty P] [--threshold T] [--only a,b] [--drop a,b] [--model minilm] [--divisions N]

FEATURES.tsv comes from `stemma-features` (with `--meaning` for the weights that go with vectors, `--model` names the encoder) over the files that `eval_collation.py prepare GOLD_DIR` wrote; GOLD_DIR holds the
annotated events. A pair of sentences counts as right when the gold has a pair among the sentences that the two cover, by the
rule of eval_collation.py. Features that never vary are
left out: those of vectors, where there are none. Prints cross-validated precision, recall and F1 of sentence pairs (folds of whole events, the
threshold chosen on the training folds, three divisions or as many as told), and how well the probabilities are calibrated on held-out events.
Needs numpy.
"""
import sys,os,re,json,glob,argparse
import numpy as np

def fold(t):
    out=[];at=[];sp=True
    for i,c in enumerate(t):
        if c.isspace():
            if not sp: out.append(' ');at.append(i)
            sp=True
        else: out.append(c);at.append(i);sp=False
    return ''.join(out),at

class Doc:
    def __init__(self,d): self.d=d;self.f,self.at=fold(d['text'])
    def sentences(self,text,start):
        q=fold(text)[0].strip();hits=[m.start() for m in re.finditer(re.escape(q),self.f)] if q else []
        if not hits: return frozenset()
        h=min(hits,key=lambda h:abs(self.at[h]-start));a,b=self.at[h],self.at[h+len(q)-1]+1
        return frozenset(x['id'] for x in self.d['sentences'] if 2*max(0,min(b,x['end'])-max(a,x['start']))>=min(b-a,x['end']-x['start']))

class Event:
    """Rows of one event, what each would claim, and what the gold has."""
    def __init__(self,gold):
        g=json.load(open(gold,encoding='utf8'));self.docs={d['doc']:Doc(d) for d in g['docs']}
        self.gold={(min(a,b),max(a,b)) for x in g['groups'] for a in x['members'] for b in x['members'] if a[0]!=b[0]}
        self.cache={};self.claims=[];self.rows=[]
    def at(self,doc,start,text):
        k=(doc,start,text)
        if k not in self.cache: self.cache[k]=self.docs[doc].sentences(text,start)
        return self.cache[k]
    def add(self,one,other,row):
        self.claims.append(frozenset((min(a,b),max(a,b)) for a in self.at(*one) for b in self.at(*other) if a[0]!=b[0]));self.rows.append(row)
    def close(self):
        self.X=np.array(self.rows,np.float64);self.y=np.array([float(bool(c&self.gold)) for c in self.claims])
    def count(self,keep):
        """tp, fp, fn over sentence pairs"""
        p=set()
        for k in np.where(keep)[0]: p|=self.claims[k]
        return np.array([len(p&self.gold),len(p-self.gold),len(self.gold-p)])

def read(features,gold):
    events={};
    with open(features,encoding='utf8') as f:
        names=f.readline().rstrip('\n').split('\t')[7:]
        for line in f:
            c=line.rstrip('\n').split('\t');e=os.path.basename(c[0]).rsplit('.',1)[0]
            if e not in events: events[e]=Event(os.path.join(gold,e+'.json'))
            events[e].add((c[1],int(c[2]),c[3]),(c[4],int(c[5]),c[6]),[float(v) for v in c[7:]])
    for e in events.values(): e.close()
    return names,events

class Logistic:
    """Newton's method on features standardized and clamped to four deviations; the penalty is on the weights of these."""
    def __init__(self,penalty): self.penalty=penalty
    def fit(self,X,y):
        self.m=X.mean(0);self.s=X.std(0)+1e-9;Z=np.c_[self.z(X),np.ones(len(X))]
        w=np.zeros(Z.shape[1]);w[-1]=np.log(y.mean()/(1-y.mean()));P=np.full(len(w),self.penalty);P[-1]=0
        loss=lambda w: np.logaddexp(0,np.where(y>0,-1,1)*(Z@w)).sum()+.5*(P*w*w).sum()
        now=loss(w)
        for _ in range(60):
            p=1/(1+np.exp(-np.clip(Z@w,-40,40)));g=Z.T@(p-y)+P*w;H=(Z*(p*(1-p))[:,None]).T@Z+np.diag(P+1e-9)
            d=np.linalg.solve(H,g);step=1.
            while (then:=loss(w-step*d))>now and step>1e-6: step/=2  # far from the optimum a whole step can overshoot
            w-=step*d;now=then
            if abs(step*d).max()<1e-7: break
        self.w=w;return self
    def z(self,X): return np.clip((X-self.m)/self.s,-4,4)
    def p(self,X): return 1/(1+np.exp(-(np.c_[self.z(X),np.ones(len(X))]@self.w)))

def f1(c): return 2*c[0]/max(1,2*c[0]+c[1]+c[2])
def best_threshold(events,p):
    """the highest threshold whose F1 is within .004 of the best: the curve is flat, and a false match costs more than a missed one"""
    grid=np.arange(.14,.6,.02);c=[f1(sum(e.count(q>=t) for e,q in zip(events,p))) for t in grid]
    return max(t for t,v in zip(grid,c) if v>=max(c)-.004)
def folds(n,k,seed):
    r=np.random.RandomState(seed).permutation(n);return [r[i::k] for i in range(k)]

def main():
    a=argparse.ArgumentParser(description=__doc__,formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('features');a.add_argument('gold');a.add_argument('--write');a.add_argument('--penalty',type=float,default=60.)
    a.add_argument('--threshold',type=float,help='instead of the one found')
    a.add_argument('--model',help='the encoder whose vectors the features come from')
    a.add_argument('--divisions',type=int,default=3,help='how often the events are divided into folds')
    a.add_argument('--drop',default='');a.add_argument('--only',default='');a.add_argument('--quiet',action='store_true');o=a.parse_args()
    names,events=read(o.features,o.gold);order=sorted(events);E=[events[k] for k in order]
    missing=sum(len(Event(f).gold) for f in glob.glob(os.path.join(o.gold,'*.json')) if os.path.basename(f)[:-5] not in events)
    keep=[i for i,n in enumerate(names) if n not in o.drop.split(',') and (not o.only or n in o.only.split(','))]
    varies=np.ptp(np.concatenate([e.X for e in E]),0)>0;keep=[i for i in keep if varies[i]]
    if bool(o.model)!=any(names[i].startswith('meaning') for i in keep): sys.exit('fit_collation: features of vectors and --model go together')
    for e in E: e.X=e.X[:,keep]
    names=[names[i] for i in keep];held=[[] for _ in E];scores=[]
    for seed in range(o.divisions):
        c=np.zeros(3)
        for test in folds(len(E),6,seed):
            train=[i for i in range(len(E)) if i not in set(test)]
            m=Logistic(o.penalty).fit(np.concatenate([E[i].X for i in train]),np.concatenate([E[i].y for i in train]))
            t=best_threshold([E[i] for i in train],[m.p(E[i].X) for i in train])
            for i in test: p=m.p(E[i].X);held[i].append(p);c+=E[i].count(p>=t)
        c[2]+=missing;scores.append((c[0]/(c[0]+c[1]),c[0]/(c[0]+c[2]),f1(c)))
    s=np.mean(scores,0);print(f'cross-validated  P {s[0]:.3f} R {s[1]:.3f} F1 {s[2]:.4f}   ({len(names)} features, {sum(len(e.y) for e in E)} pairs, penalty {o.penalty:g})')
    reach=sum(e.count(np.ones(len(e.y),bool)) for e in E);print(f'gold pairs among the candidates: {reach[0]} of {reach[0]+reach[2]+missing}')
    P=np.concatenate([np.mean(h,0) for h in held]);Y=np.concatenate([e.y for e in E])
    M=Logistic(o.penalty).fit(np.concatenate([e.X for e in E]),Y);full=[M.p(e.X) for e in E]
    t=best_threshold(E,[np.mean(h,0) for h in held]);c=sum(e.count(p>=t) for e,p in zip(E,full));print(f'fitted on all    F1 {f1(c):.4f} at threshold {t:.2f}')
    if o.threshold: t=o.threshold
    H=[np.mean(h,0) for h in held]
    for t0 in np.arange(.18,.5,.04): c=sum(e.count(p>=t0) for e,p in zip(E,H));print(f'  held-out at {t0:.2f}: P {c[0]/(c[0]+c[1]):.3f} R {c[0]/(c[0]+c[2]):.3f} F1 {f1(c):.4f}')
    bands=[]
    for lo,hi in((t,.5),(.5,.75),(.75,1.01)):
        k=(P>=lo)&(P<hi);bands.append(f'{lo:.2f}-{min(hi,1):.2f}: {Y[k].mean() if k.any() else 0:.2f} right of {k.sum()}')
    print('held-out bands   '+'; '.join(bands))
    if not o.quiet:
        for i in np.argsort(-abs(M.w[:-1])): print(f'  {M.w[i]:+.3f} {names[i]}')
    if o.write:
        with open(o.write,'w') as f:
            f.write('# Weights of pair features, fitted by Evaluation/fit_collation.py. Written for Stemma, Apache-2.0.\n')
            f.write(f'# Logistic regression, L2 penalty {o.penalty:g} on features standardized and clamped to 4 deviations, {len(Y)} sentence pairs of {len(E)} annotated events.\n')
            if o.model: f.write(f'# For stories with vectors of {o.model}.\n')
            f.write(f'# Cross-validated by event: P {s[0]:.3f} R {s[1]:.3f} F1 {s[2]:.3f}. Held-out bands: {"; ".join(bands)}.\n')
            if o.threshold: f.write(f'# The threshold was given: see Evaluation/collation.md.\n')
            f.write(f'[decision]\nintercept\t{M.w[-1]:.5f}\nthreshold\t{t:.3f}\n[weights]\n')
            f.write('# feature\tmean\tdeviation\tweight\n')
            for n,m,d,v in zip(names,M.m,M.s,M.w): f.write(f'{n}\t{m:.6f}\t{d:.6f}\t{v:.5f}\n')
if __name__=='__main__': main()
